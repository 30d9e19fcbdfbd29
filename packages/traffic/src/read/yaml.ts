import { parseDocument, type ScalarTag } from 'yaml';
import { TrafficError } from '../traffic-error.js';

/** Bytes in base64: YAML's own tag, and the one that Ruby writes. */
const bytes = (tag: string): ScalarTag => ({ tag, resolve: (text) => Buffer.from(text, 'base64') });

/** Aliases can make a small file a huge one. */
const mostAliases = 1_000;

/**
 * Parses a file of YAML. Tags of languages make nothing but texts, lists and objects.
 *
 * @throws TrafficError with line and column
 */
export function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, {
    customTags: (tags) => [...tags, bytes('!binary'), bytes('tag:yaml.org,2002:binary')],
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    const place = start === undefined ? '' : `line ${start.line}, column ${start.col}`;
    throw new TrafficError(file, place, 'this is no YAML');
  }
  try {
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch {
    throw new TrafficError(file, '', `it has more than ${mostAliases} aliases, or one that leads nowhere`);
  }
}
