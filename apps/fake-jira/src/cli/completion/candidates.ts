import type { Command, Option } from 'commander';
import { valuesOf } from './values.js';

/** What can stand where the cursor is. */
export interface Candidates {
  readonly values: readonly Candidate[];
  /** What the shell adds by itself. */
  readonly paths?: 'files' | 'folders';
}

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/**
 * What can stand in place of the last word of a command line.
 *
 * @param program - all commands, as Commander knows them
 * @param implied - the command whose options can be given without its name
 * @param words - behind the name of the program; the last one is what is being typed, and can be empty
 */
export function candidates(program: Command, implied: string, words: readonly string[]): Candidates {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const { command, waiting, given, isBehindDashes } = readUpTo(program, implied, before);
  if (isBehindDashes) return { values: [], paths: 'files' };
  if (waiting) return starting(word, valuesFor(waiting.long ?? '', waiting.flags));
  const [, flag, start] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
  if (flag !== undefined && start !== undefined) {
    const option = command.options.find(({ long }) => long === flag);
    const { values, ...paths } = option ? starting(start, valuesFor(flag, option.flags)) : { values: [] };
    return { values: values.map((one) => ({ ...one, value: `${flag}=${one.value}` })), ...paths };
  }
  if (word.startsWith('-')) return starting(word, { values: flagsOf(program, command, implied, before) });
  const subcommands = visible(command);
  if (subcommands.length > 0) return starting(word, { values: subcommands });
  const argument = command.registeredArguments[given] ?? command.registeredArguments.at(-1);
  return argument && (given < command.registeredArguments.length || argument.variadic)
    ? starting(word, valuesFor(`${command.name()} ${argument.name()}`, argument.name()))
    : { values: [] };
}

interface Place {
  readonly command: Command;
  /** The option that waits for its value. */
  readonly waiting: Option | undefined;
  /** Arguments that stand there already. */
  readonly given: number;
  readonly isBehindDashes: boolean;
}

function readUpTo(program: Command, implied: string, words: readonly string[]): Place {
  let command = program;
  let waiting: Option | undefined;
  let given = 0;
  for (const word of words) {
    if (word === '--') return { command, waiting: undefined, given, isBehindDashes: true };
    if (waiting) {
      waiting = undefined;
    } else if (word.startsWith('-')) {
      // `fake-jira --port 0` is `fake-jira start --port 0`.
      if (command === program && !program.options.some((option) => isCalled(option, word)))
        command = program.commands.find((one) => one.name() === implied) ?? program;
      const option = command.options.find((one) => isCalled(one, word));
      waiting = option?.required || option?.optional ? option : undefined;
    } else {
      const sub: Command | undefined = command.commands.find((one) => one.name() === word);
      if (sub) command = sub;
      else given += 1;
    }
  }
  return { command, waiting, given, isBehindDashes: false };
}

const isCalled = ({ long, short }: Option, word: string) => word === long || word === short;

function visible(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), description: one.description() }));
}

function flagsOf(program: Command, command: Command, implied: string, before: readonly string[]): Candidate[] {
  const start = program.commands.find((one) => one.name() === implied);
  const commands = command === program && start ? [program, start] : [command];
  const options = commands.flatMap((one) => one.createHelp().visibleOptions(one));
  const all = options
    .filter((option) => option.variadic || !before.some((word) => isCalled(option, word.replace(/=.*/s, ''))))
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
  return [...new Map(all.map((one) => [one.value, one])).values()];
}

/** By the name where its values are known; and what a value is called in the help says whether it is a path. */
function valuesFor(name: string, form: string): Candidates {
  const values = (valuesOf(name) ?? []).map((value) => ({ value, description: '' }));
  if (/director/.test(form)) return { values, paths: 'folders' };
  return /file|report|recording/.test(form) ? { values, paths: 'files' } : { values };
}

function starting(word: string, { values, ...paths }: Candidates): Candidates {
  return { values: values.filter(({ value }) => value.startsWith(word)), ...paths };
}
