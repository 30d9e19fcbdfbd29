import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { nearest } from '@fake-jira/profile';
import type { Command } from 'commander';
import type * as Yaml from 'yaml';
import { readText, unreadable } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';

const names = /^fake-jira\.config\.(?:ya?ml|json|[cm]?js|[cm]?ts)$/;

/**
 * Takes options from a configuration file, where neither the command line nor the environment has them.
 *
 * @param path - the file; absent: `fake-jira.config.*` in the folder where the command runs, if there is one
 * @throws UsageError where it cannot be read, is no object, or names an option that there is not
 */
export function configFile(command: Command, path: string | undefined): void {
  const file = path ?? found();
  if (file === undefined) return;
  const content = contentOf(file);
  if (content === null || typeof content !== 'object' || Array.isArray(content))
    throw new UsageError(`${file} has to hold options, such as "world: world.yaml", and holds none.`);
  const known = new Map(command.options.map((option) => [option.attributeName(), option]));
  for (const reserved of ['config', 'detach', 'version', 'help']) known.delete(reserved);
  for (const [name, value] of Object.entries(content)) {
    const option = known.get(name);
    if (!option) {
      const [best] = nearest(name, [...known.keys()], 1);
      const hint = best === undefined ? `. There are: ${[...known.keys()].join(', ')}.` : `: did you mean "${best}"?`;
      throw new UsageError(`${file} has "${name}", which is no option${hint}`);
    }
    if (['cli', 'env'].includes(command.getOptionValueSource(name) ?? '')) continue;
    command.setOptionValueWithSource(name, optionValue(file, name, value, option), 'config');
  }
}

/** As Commander would have read it from the command line. */
function optionValue(file: string, name: string, value: unknown, option: Command['options'][number]): unknown {
  const isPlain = (one: unknown) => typeof one === 'string' || typeof one === 'number';
  if (option.isBoolean()) {
    if (typeof value === 'boolean') return value;
    throw new UsageError(`${file}: "${name}" is true or false, not ${JSON.stringify(value)}.`);
  }
  if (option.variadic) {
    const list = (Array.isArray(value) ? value : [value]) as unknown[];
    if (list.every(isPlain)) return list.map(String);
    throw new UsageError(`${file}: "${name}" is a text or a list of texts, not ${JSON.stringify(value)}.`);
  }
  if (isPlain(value)) return String(value);
  throw new UsageError(`${file}: "${name}" is one value, not ${JSON.stringify(value)}.`);
}

function found(): string | undefined {
  let files: string[];
  try {
    files = readdirSync('.').filter((name) => names.test(name));
  } catch {
    return undefined;
  }
  if (files.length < 2) return files[0];
  throw new UsageError(`There are ${files.sort().join(' and ')}: keep one, or say which with --config.`);
}

function contentOf(file: string): unknown {
  const require = createRequire(import.meta.url);
  try {
    if (!/\.[cm]?[jt]s$/.test(file)) {
      const { parse } = require('yaml') as typeof Yaml;
      return parse(readText(file), { logLevel: 'error' });
    }
    const module = require(resolve(file)) as { readonly default?: unknown };
    return module.default ?? module;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new UsageError(
        `${file}: Node ${process.version} reads no ${extname(file)}; from 22.18 on it does. Or use .yaml.`,
      );
    const reason = unreadable(file, error);
    if (reason instanceof UsageError) throw reason;
    throw new UsageError(`${file} cannot be used: ${(error as Error).message.split('\n', 1)[0]?.replace(/:$/, '')}`);
  }
}
