import { customFieldId, isProtected, issuesWithField, type Root } from '@fake-jira/world';
import type { JournalEntry } from '../http/journal.js';

export type LogFormat = 'text' | 'json';

/** What the line says that is printed once the fake listens. */
export interface Ready {
  /** Without a slash at the end, without a context path. */
  readonly url: string;
  readonly profile: string;
  /** Where the API of Protected Fields stands; null where it is not installed. */
  readonly protectedFields: string | null;
  readonly size: string;
  readonly root: Root;
  readonly auth: string;
}

export interface Logger {
  ready(ready: Ready): void;
  reloaded(file: string, size: string): void;
  notReloaded(message: string): void;
  request(entry: JournalEntry): void;
  defect(error: unknown): void;
}

/**
 * Prints what happens: for people, or a JSON object a line.
 *
 * @param options.quiet - of requests only those whose answer is not what the spec says
 */
export function logger(format: LogFormat, { quiet = false }: { readonly quiet?: boolean } = {}): Logger {
  const log = format === 'json' ? json : text;
  if (!quiet) return log;
  return {
    ...log,
    request(entry) {
      if (entry.violations.length > 0) log.request(entry);
    },
  };
}

/** People who can sign in, the administrator first. */
function credentials(root: Root): { name: string; password: string }[] {
  const known = [...root.users.values()].filter(({ app, active }) => app === undefined && active);
  const ofName = (name: string) => known.filter((user) => user.name === name);
  return [...ofName('admin'), ...ofName('bob')].map(({ name, password }) => ({ name, password }));
}

/** What a read of a protected field asks for. Its token is known to whoever made it, and to nobody else. */
function protectedExample(root: Root): string | undefined {
  if (root.protectedTokens.size === 0) return undefined;
  for (const field of root.fields.values()) {
    const [issueId = 0] = isProtected(field) && !field.trashed ? issuesWithField(root, field.id) : [];
    const issue = root.issues.get(issueId);
    if (issue) return `issueKey=${issue.key}&fieldId=${customFieldId(field.id)}`;
  }
  return undefined;
}

const text: Logger = {
  ready({ url, profile, protectedFields, size, root, auth }) {
    const people = credentials(root).map(({ name, password }) => `${name}:${password}`);
    const sign = auth === 'any' ? 'no credentials needed' : `credentials ${people.join(' and ')}`;
    const user = auth === 'any' ? '' : `-u ${people[0]} `;
    console.log(`fake-jira is ready at ${url} (profile ${profile}; ${size}); ${sign}`);
    console.log(`\n  curl ${user}${url}/rest/api/2/field`);
    console.log(
      `  curl ${user}-H 'Content-Type: application/json' -d '{"name":"Team","type":"com.atlassian.jira.plugin.system.customfieldtypes:select"}' ${url}/rest/api/2/field`,
    );
    const example = protectedFields === null ? undefined : protectedExample(root);
    if (example) console.log(`  curl '${url}${protectedFields}?token=TOKEN&${example}'`);
    console.log();
  },
  reloaded(file, size) {
    console.log(`${file} was read again (${size})`);
  },
  notReloaded(message) {
    console.error(`${message}\nThe world stays as it was.`);
  },
  request({ method, path, status, user, violations }) {
    console.log(`${status ?? '---'} ${method} ${printable(path)} (${user ?? 'anonymous'})`);
    for (const violation of violations) console.log(`    not what the spec says: ${violation}`);
  },
  defect(error) {
    console.error('A defect of the fake:', error);
  },
};

const json: Logger = {
  ready({ url, profile, protectedFields, size, root }) {
    line('ready', { url, profile, size, credentials: credentials(root), protectedFields });
  },
  reloaded(file, size) {
    line('reloaded', { file, size });
  },
  notReloaded(message) {
    line('not-reloaded', { message });
  },
  request(entry) {
    line('request', { ...entry });
  },
  defect(error) {
    line('defect', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  },
};

function line(event: string, data: object): void {
  console.log(JSON.stringify({ event, ...data }));
}

/** An address cannot write a second line into the log, nor move the terminal's cursor. */
function printable(address: string): string {
  return address.replace(/[^\x20-\x7e]/g, (character) => encodeURIComponent(character));
}
