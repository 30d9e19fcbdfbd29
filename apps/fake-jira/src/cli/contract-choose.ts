import { contractApis, type Selection } from '@fake-jira/contract';
import { evidences } from '@fake-jira/openapi';
import { choice, wholeNumber } from './choices.js';
import { UsageError } from '../given/usage-error.js';

/** The options with which checks are chosen. */
export interface ChooseOptions {
  readonly profile?: string;
  readonly grep?: string;
  readonly api?: readonly string[];
  readonly evidence?: readonly string[];
  readonly shard?: string;
}

/** @throws UsageError where an option names nothing */
export function selectionOf({ grep, api, evidence, shard }: ChooseOptions): Selection {
  return {
    grep: grep === undefined ? undefined : readableGrep(grep),
    apis: api?.map((name) => choice('--api', name, contractApis)),
    evidence: evidence?.map((kind) => choice('--evidence', kind, evidences)),
    shard: shard === undefined ? undefined : shardOf(shard),
  };
}

function readableGrep(grep: string): string {
  const inSlashes = /^\/(.+)\/i?$/.exec(grep)?.[1];
  try {
    if (inSlashes !== undefined) new RegExp(inSlashes);
  } catch {
    throw new UsageError(`--grep ${grep} is no regular expression. Without the slashes it is taken as a text.`);
  }
  return grep;
}

/**
 * The part of the work that `--shard` names.
 *
 * @throws UsageError where it is none
 */
export function shardOf(given: string): { readonly index: number; readonly of: number } {
  const [index = '', of = '', ...more] = given.split('/');
  const shard = { index: wholeNumber('--shard', index, 1_000), of: wholeNumber('--shard', of, 1_000) };
  if (more.length > 0 || shard.index < 1 || shard.index > shard.of) {
    throw new UsageError(`--shard cannot be "${given}". It is a part and their number, such as 1/4.`);
  }
  return shard;
}
