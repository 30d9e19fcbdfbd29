import { possibleAddresses } from '@fake-jira/openapi';
import {
  apps,
  compareVersions,
  isCloudDate,
  newestVersion,
  protectedFieldsDefaultAddress,
  type AppKey,
  type Profile,
  type VersionedApp,
} from '@fake-jira/profile';
import type { Caller } from './target.js';

/** An app that was found on a target. */
export interface FoundApp {
  /** `null`: it is there, and nothing says in which version. */
  readonly version: string | null;
  /** What says so. */
  readonly by: 'plugin manager' | 'its own document' | 'its behaviour';
}

/** Which Jira a target is. */
export interface TargetFacts {
  readonly deployment: 'cloud' | 'data-center';
  readonly version: string;
  /** The day of a Cloud, as far as it says when it was built. */
  readonly date?: string;
  /** It shows people both as Cloud does and as Data Center does, as only a fake of no particular Jira can. */
  readonly isBoth?: true;
  readonly customfieldEditor: FoundApp | null;
  readonly extender: FoundApp | null;
  readonly protectedFields: FoundApp | null;
}

/** Where Extender's operations on custom fields begin. */
export const extenderBase = '/rest/extender/1.0/customField';

/**
 * Finds out which Jira a target is, and which apps it has: from `serverInfo`, then the plugin manager, then the apps'
 * own documents, then what they answer. Only asks; changes nothing.
 *
 * @param administrator - somebody who may see what is installed
 * @throws TargetUnreachable, BadCredentials, UnexpectedAnswer
 */
export async function detect(administrator: Caller): Promise<TargetFacts> {
  const info = (await administrator.get('/rest/api/2/serverInfo')) as {
    version: string;
    deploymentType?: string;
    buildDate?: string;
  };
  const isCloud = info.deploymentType === 'Cloud';
  const date = info.buildDate?.slice(0, '2026-01-31'.length) ?? '';
  // Wrong credentials are told apart from a missing right only here: some resources answer 404 to both.
  const self = (await administrator.get('/rest/api/2/myself')) as { accountId?: string; name?: string };
  const [customfieldEditor, extender, protectedFields] = await Promise.all([
    findApp(administrator, 'customfieldEditor', editorBehaviour),
    findApp(administrator, 'extender', extenderBehaviour),
    findApp(administrator, 'protectedFields', protectedBehaviour),
  ]);
  return {
    deployment: isCloud ? 'cloud' : 'data-center',
    version: info.version,
    ...(isCloud && isCloudDate(date) ? { date } : {}),
    // Cloud hides names, or leaves them empty; Data Center has no account ids.
    ...(self.accountId && self.name ? { isBoth: true } : {}),
    customfieldEditor,
    extender,
    protectedFields,
  };
}

// The plugin manager's resource is not documented; that it is at /rest/plugins/1.0/{key}-key is corroborated by public
// clients and the vendor's how-to.
async function findApp(
  administrator: Caller,
  app: AppKey,
  otherwise: (administrator: Caller) => Promise<FoundApp | null>,
): Promise<FoundApp | null> {
  const { status, body } = await administrator.send({
    method: 'GET',
    path: `/rest/plugins/1.0/${apps[app].pluginKey}-key`,
  });
  if (status === 200) {
    const { version, enabled } = body as { version?: string; enabled?: boolean };
    if (enabled === false) return null;
    if (typeof version === 'string') return { version, by: 'plugin manager' };
  }
  return otherwise(administrator);
}

/** Customfield Editor says its version in the Swagger it serves; its health, which needs no sign-in, says that it is there. */
async function editorBehaviour(administrator: Caller): Promise<FoundApp | null> {
  const healths = possibleAddresses('editorGetHealth');
  for (const [at, path] of possibleAddresses('editorGetSwagger').entries()) {
    const swagger = await administrator.send({ method: 'GET', path });
    const version = (swagger.body as { info?: { version?: unknown } } | undefined)?.info?.version;
    if (swagger.status === 200 && typeof version === 'string' && isVersion(version)) {
      return { version, by: 'its own document' };
    }
    const health = await administrator.send({ method: 'GET', path: healths[at] as string });
    if (health.status === 200) return { version: null, by: 'its behaviour' };
  }
  return null;
}

/** Protected Fields says nothing of itself; at its usual address it wants a token, where an unknown one is not found. */
async function protectedBehaviour(administrator: Caller): Promise<FoundApp | null> {
  const { status } = await administrator.send({ method: 'GET', path: protectedFieldsDefaultAddress });
  return status === 400 || status === 401 ? { version: null, by: 'its behaviour' } : null;
}

/** Lists of Extender are pages since 4.17 (002, Changes); the version says itself nowhere. */
async function extenderBehaviour(administrator: Caller): Promise<FoundApp | null> {
  const { status, body } = await administrator.send({
    method: 'GET',
    path: `${extenderBase}/all`,
    query: { maxResults: 1 },
  });
  if (status !== 200 || !Array.isArray((body as { customFields?: unknown } | undefined)?.customFields)) return null;
  return { version: null, by: 'its behaviour' };
}

function isVersion(text: string): boolean {
  return /^\d+(\.\d+)+/.test(text);
}

/** Whether an app is there in a version or a later one; one whose version nothing says counts as the newest. */
export function hasVersion(app: FoundApp | null, version: string): boolean {
  if (!app) return false;
  return app.version === null || compareVersions(plain(app.version), version) >= 0;
}

/**
 * The profile of a target: what a fake has to be to be like it. An app whose version nothing says is taken for the
 * newest one.
 */
export function profileOf(facts: TargetFacts, name: string): Profile {
  const versionOf = (app: VersionedApp) => {
    const found = facts[app];
    return found === null ? null : found.version === null ? newestVersion(app) : plain(found.version);
  };
  return {
    name,
    jira: facts.isBoth
      ? { deployment: 'any' }
      : facts.deployment === 'cloud'
        ? { deployment: 'cloud', ...(facts.date === undefined ? {} : { date: facts.date }) }
        : { deployment: 'data-center', version: plain(facts.version) },
    customfieldEditor: versionOf('customfieldEditor'),
    extender: versionOf('extender'),
    protectedFields: facts.protectedFields !== null,
    answers: {},
    evidence: {},
  };
}

/** A version without what stands behind its numbers: `5.6.0-jira9` is 5.6.0. */
function plain(version: string): string {
  return /^\d+(\.\d+)*/.exec(version)?.[0] ?? version;
}
