import { customFieldId, isProtected, issuesWithField, tokenHash, type Root } from '@fake-jira/world';
import { credentials, type Logger } from './logger.js';
import { painted, statusStyle } from './style.js';

export type LogFormat = 'text' | 'json';

/**
 * Prints what happens: for people, or a JSON object a line.
 *
 * @param options.quiet - of requests only those whose answer is not what the spec says
 */
export async function logger(format: LogFormat, { quiet = false }: { readonly quiet?: boolean } = {}): Promise<Logger> {
  const log = format === 'json' ? (await import('./json-log.js')).jsonLog() : text;
  if (!quiet) return log;
  return {
    ...log,
    request(entry) {
      if (entry.violations.length > 0) log.request(entry);
    },
  };
}

/** The token of the demo world. Any other is known to whoever made it, and to nobody else. */
const demoToken = 'demo-token';

/** What a read of a protected field asks for, where its token is known. */
function protectedExample(root: Root): string | undefined {
  if (!root.protectedTokens.has(tokenHash(demoToken))) return undefined;
  for (const field of root.fields.values()) {
    const [issueId = 0] = isProtected(field) && !field.trashed ? issuesWithField(root, field.id) : [];
    const issue = root.issues.get(issueId);
    if (issue) return `token=${demoToken}&issueKey=${issue.key}&fieldId=${customFieldId(field.id)}`;
  }
  return undefined;
}

const text: Logger = {
  ready({ url, certificate, profile, protectedFields, size, root, auth }) {
    const people = credentials(root).map(({ name, password }) => `${name}:${password}`);
    const sign = auth === 'any' ? 'no credentials needed' : `credentials ${people.join(' and ')}`;
    const trust = certificate === undefined ? '' : `--cacert '${certificate}' `;
    const user = `${trust}${auth === 'any' ? '' : `-u ${people[0]} `}`;
    console.log(`fake-jira is ready at ${painted('bold', url)} (profile ${profile}; ${size}); ${sign}`);
    console.log(`\n  curl ${user}${url}/rest/api/2/field`);
    console.log(
      `  curl ${user}-H 'Content-Type: application/json' -d '{"name":"Team","type":"com.atlassian.jira.plugin.system.customfieldtypes:select"}' ${url}/rest/api/2/field`,
    );
    const example = protectedFields === null ? undefined : protectedExample(root);
    if (example) console.log(`  curl ${trust}'${url}${protectedFields}?${example}'`);
    if (certificate !== undefined)
      console.log(
        `\nClients have to trust ${certificate}: NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, or what they have for it.`,
      );
    console.log(
      `\nOpen ${url} in a browser to look at it. fake-jira --help lists the other commands; fake-jira init begins a project.\n`,
    );
  },
  reloaded(file, size) {
    console.log(`${file} was read again (${size})`);
  },
  notReloaded(message) {
    console.error(`${printable(message, /[^\P{Cc}\n]/gu)}\nThe world stays as it was.`);
  },
  request({ method, path, status, user, evidence, violations, mirrored = true, fallback = false }) {
    const known = evidence === undefined ? '' : ` [${evidence}]`;
    const unknown = mirrored ? '' : fallback ? ' [fallback]' : ' [not mirrored: docs/faults.md says how to answer it]';
    const code = painted(statusStyle(status), `${status ?? '---'}`);
    console.log(`${code} ${printable(`${method} ${path} (${user ?? 'anonymous'})${known}${unknown}`)}`);
    for (const violation of violations)
      console.log(painted('yellow', printable(`    not what the spec says: ${violation}`)));
  },
  defect(error) {
    console.error('A defect of the fake:', error);
  },
};

/** Nothing that somebody has sent or written writes a second line into the log, nor moves the terminal's cursor. */
export function printable(line: string, controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu): string {
  return line.replace(controls, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
