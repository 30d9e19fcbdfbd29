import { apps, isCloudDate, newestVersion, type Profile, type VersionedApp } from '@fake-jira/profile';
import type { LocatedExchange } from '../located.js';
import { isObject, textIn as text, type Json } from '../read/json.js';

type Versions = Pick<Profile, 'jira' | 'customfieldEditor' | 'extender' | 'protectedFields'>;

/** What is known of the versions of an instance, and how. */
export interface Learnt {
  readonly versions: Versions;
  /** What is shown, each with the exchange that shows it: `jira: data-center 9.12.0 (serverInfo, log.entries[0])`. */
  readonly evidence: readonly string[];
  /** What is not shown, and what is taken instead. */
  readonly unknown: readonly string[];
  /** Where two exchanges show different things; the later one holds. */
  readonly contradictions: readonly string[];
}

/** Finds out of answers which Jira gave them, and which apps it has. What nothing shows is not guessed, but said. */
export function versionsIn(exchanges: readonly LocatedExchange[]): Learnt {
  const found = new Findings();
  for (const exchange of exchanges) look(exchange, found);
  const unknown: string[] = [];
  return {
    versions: {
      jira: jiraOf(found, unknown),
      customfieldEditor: appOf('customfieldEditor', 'Customfield Editor', found, unknown),
      extender: appOf('extender', 'Extender', found, unknown),
      protectedFields: found.valueOf('protectedFields') === 'installed',
    },
    evidence: found.evidence(),
    unknown,
    contradictions: found.contradictions,
  };
}

/** What is known, by what it is known of, with the place that shows it. */
class Findings {
  readonly #known = new Map<string, { readonly value: string; readonly by: string }>();
  readonly contradictions: string[] = [];

  /** @param isWeak - it does not replace what is known already */
  note(what: string, value: string, by: string, isWeak = false): void {
    const known = this.#known.get(what);
    if (known && (isWeak || known.value === value)) return;
    if (known && known.value !== 'installed' && !this.isWeak(what))
      this.contradictions.push(`${what}: ${known.value} (${known.by}), and ${value} (${by})`);
    this.#known.set(what, { value, by });
    if (isWeak) this.#weak.add(what);
    else this.#weak.delete(what);
  }

  readonly #weak = new Set<string>();

  isWeak(what: string): boolean {
    return this.#weak.has(what);
  }

  valueOf(what: string): string | undefined {
    return this.#known.get(what)?.value;
  }

  evidence(): string[] {
    return [...this.#known].map(([what, { value, by }]) => `${what}: ${value} (${by})`);
  }
}

const pluginKeys = new Map(Object.entries(apps).map(([app, { pluginKey }]) => [`${pluginKey}-key`, app]));

function look({ exchange, location, path }: LocatedExchange, found: Findings): void {
  const { status = 0, response, place } = exchange;
  const { operationId } = location.operation;
  const body: Json = isObject(response.body) ? response.body : {};
  const isGood = status >= 200 && status < 300;
  if (operationId === 'getServerInfo' && isGood) lookAtServerInfo(body, `serverInfo, ${place}`, found);
  const app = operationId === 'pluginsGetPlugin' ? pluginKeys.get(location.parameters?.['pluginKey'] ?? '') : undefined;
  if (app !== undefined && status === 404) found.note(app, 'not installed', `plugin manager, ${place}`);
  if (app !== undefined && isGood && text(body['version']) !== undefined)
    found.note(app, plainVersion(String(body['version'])), `plugin manager, ${place}`);
  if (operationId === 'editorGetSwagger' && isGood && isObject(body['info'])) {
    const version = text(body['info']['version']);
    if (version !== undefined && /^\d/.test(version))
      found.note('customfieldEditor', plainVersion(version), `its own document, ${place}`);
  }
  const behind = { 'customfield-editor': 'customfieldEditor', extender: 'extender' }[location.api as string];
  if (behind !== undefined && isGood) found.note(behind, 'installed', `${path}, ${place}`, true);
  if (location.api === 'protected-fields' && status !== 404 && status !== 0)
    found.note('protectedFields', 'installed', `${path}, ${place}`, true);
  // Version 3 of Jira's API is Cloud's alone, and so are account ids.
  if (isGood && /^\/rest\/api\/3\//.test(path)) found.note('deployment', 'cloud', `${path}, ${place}`, true);
  if (operationId === 'getCurrentUser' && isGood && body['accountId'] === undefined && body['name'] !== undefined)
    found.note('deployment', 'data-center', `${path}, ${place}`, true);
}

function lookAtServerInfo({ deploymentType, version, buildDate }: Json, by: string, found: Findings): void {
  if (deploymentType === 'Cloud') {
    found.note('deployment', 'cloud', by);
    const date = (text(buildDate) ?? '').slice(0, '2026-01-31'.length);
    if (isCloudDate(date)) found.note('date', date, by);
  } else {
    found.note('deployment', 'data-center', by);
    if (text(version) !== undefined) found.note('version', plainVersion(String(version)), by);
  }
}

function jiraOf(found: Findings, unknown: string[]): Profile['jira'] {
  const deployment = found.valueOf('deployment');
  if (deployment === 'cloud') {
    const date = found.valueOf('date');
    if (date !== undefined) return { deployment, date };
    unknown.push('the day of the Cloud: the newest is taken');
    return { deployment };
  }
  if (deployment === 'data-center') {
    const version = found.valueOf('version');
    if (version !== undefined) return { deployment, version };
    unknown.push('the version of Jira: 9.12.0 is taken');
    return { deployment, version: '9.12.0' };
  }
  unknown.push('whether it is Cloud or Data Center: both side by side are taken');
  return { deployment: 'any' };
}

function appOf(app: VersionedApp, name: string, found: Findings, unknown: string[]): string | null {
  const value = found.valueOf(app);
  if (value === 'not installed') return null;
  if (value === undefined) {
    unknown.push(`${name}: nothing of it is shown, and it is taken for not installed`);
    return null;
  }
  if (value !== 'installed') return value;
  unknown.push(`the version of ${name}: the newest is taken`);
  return newestVersion(app);
}

/** A version without what stands behind its numbers. */
function plainVersion(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
}
