import type { Command } from 'commander';
import { choice } from '../choices.js';
import { candidates } from './candidates.js';
import { scripts, shells } from './scripts.js';

/** Prints what a shell has to read so that it completes the command line. */
export function completion(shell: string): void {
  process.stdout.write(scripts[choice('completion', shell, shells)]);
}

/** Prints what can stand in place of the last of some words, for the scripts of {@link completion}. */
export function complete(program: Command, implied: string, words: readonly string[]): void {
  const { values, paths } = candidates(program, implied, joined(words));
  // Where bash has split at `=`, it completes what stands behind it alone.
  const isSplit = words.at(-1) === '=' || words.at(-2) === '=';
  const lines = values.map(
    ({ value, description }) => `${isSplit ? value.replace(/^--[a-z-]+=/, '') : value}\t${description}`,
  );
  process.stdout.write(`${[...lines, `:${paths ?? ''}`].join('\n')}\n`);
}

/** `--world`, `=`, `demo` of bash is one word. */
function joined(words: readonly string[]): string[] {
  const all: string[] = [];
  for (const [at, word] of words.entries()) {
    const isBehind = word === '=' || (at > 0 && words[at - 1] === '=');
    if (isBehind && all.at(-1)?.startsWith('--')) all.push(`${all.pop()}${word}`);
    else all.push(word);
  }
  return all;
}
