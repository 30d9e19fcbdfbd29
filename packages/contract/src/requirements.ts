import {
  answer,
  apps,
  appWithDocument,
  conditionText,
  hasReached,
  holdsIn,
  question,
  versions,
  type Profile,
  type QuestionId,
  type VersionMap,
} from '@fake-jira/profile';
import { isInstalled, outcomeKey, servedOperations } from '@fake-jira/openapi';
import { fieldTypeKey } from './stage/scratch.js';
import { whyUnobservable } from './calibrate/indistinguishable.js';
import type { ContractApi } from './apis.js';
import type { Check, Role } from './check.js';

/** What is known of a target before a run, by which checks are chosen. */
export interface TargetFacts {
  readonly profile: Profile;
  readonly roles: ReadonlySet<Role>;
  readonly protectedToken: boolean;
  /** A fake whose control API and workspaces may be used. */
  readonly control: boolean;
  /** Whether the credentials name the field of an app. */
  readonly appField?: boolean;
  readonly allowDestructive: boolean;
  readonly readOnly: boolean;
  /** Whether probes are asked too that no request is known to answer here. */
  readonly asksUnobservable?: boolean;
  readonly projects: number;
  readonly issueTypes: number;
  /** Full keys of the types that a field can have, as far as the target lists them. */
  readonly fieldTypes?: readonly string[];
  /** What the effective spec of the profile lists, by {@link outcomeKey}. */
  readonly outcomes: ReadonlySet<string>;
}

function nameOf(api: ContractApi): string {
  const app = appWithDocument(api);
  return app === undefined ? "Jira's Field API" : apps[app].name;
}

/** Why a check does not run on a target; `undefined` where it does. A skip is never a pass. */
export function reasonToSkip(check: Check, facts: TargetFacts): string | undefined {
  const { needs } = check;
  const byProfile = reasonByProfile(check, facts);
  if (byProfile !== undefined) return byProfile;
  if (check.question !== undefined && !needs.control && !facts.asksUnobservable) {
    const unobservable = whyUnobservable(check.question, facts.profile);
    if (unobservable !== undefined) return unobservable;
  }
  const missing = (needs.roles ?? []).find((role) => !facts.roles.has(role));
  if (missing !== undefined) return `The credentials have no role "${missing}".`;
  if (needs.appField && !facts.appField) return 'The credentials name no field of an app.';
  if (needs.protectedToken && !facts.protectedToken) return 'The credentials have no token of Protected Fields.';
  if (needs.control && !facts.control) return 'It needs the control API of a fake.';
  if (needs.destructive && !facts.control && !facts.allowDestructive) {
    return 'It touches what the run did not make; --allow-destructive runs it.';
  }
  if (facts.readOnly && needs.readOnly !== true) return 'It writes, and the run is read-only.';
  const missingType = (needs.fieldTypes ?? []).find((type) => fieldTypeKey(type, facts.fieldTypes) === undefined);
  if (missingType !== undefined) return `The target lists no field type ${missingType}.`;
  if ((needs.projects ?? 0) > facts.projects) {
    return `It needs ${needs.projects} sandbox projects, the credentials name ${facts.projects}.`;
  }
  if ((needs.issueTypes ?? 1) > facts.issueTypes) {
    return `It needs ${needs.issueTypes} issue types in the sandbox, there are ${facts.issueTypes}.`;
  }
  return undefined;
}

/** Why the answer to a question makes no difference in a Jira that has the app. */
export function whereItHolds(id: QuestionId): string {
  const conditions = (question(id).holds ?? []).map(conditionText);
  return `The answer makes a difference only ${conditions.join(', or ')}.`;
}

/** Why a check holds in no target of a profile: what the documents say of versions, deployment and open questions. */
export function reasonByProfile(
  { api, needs, operation, status, question: asked }: Check,
  { profile, outcomes }: Pick<TargetFacts, 'profile' | 'outcomes'>,
): string | undefined {
  for (const needed of [api, ...(needs.apis ?? [])]) {
    if (!isInstalled(needed, profile)) return `The target has no ${nameOf(needed)}.`;
  }
  if (asked !== undefined && !holdsIn(asked, profile)) return whereItHolds(asked);
  const version = versionReason(needs.since, needs.until, profile);
  if (version !== undefined) return version;
  if (needs.deployment !== undefined && !versions(profile).jira.has(needs.deployment)) {
    return `Only ${needs.deployment === 'cloud' ? 'Cloud' : 'Data Center'} has it.`;
  }
  if (needs.edge !== undefined && needs.edge !== (profile.jira.deployment === 'cloud')) {
    return needs.edge ? 'Only a Cloud by itself has it.' : 'A Cloud by itself refuses it in another way.';
  }
  if (operation !== undefined && !servedOperations(api, profile).has(operation)) {
    return `The target does not have the operation ${operation}.`;
  }
  if (operation !== undefined && status !== undefined && !outcomes.has(outcomeKey({ operation, status }))) {
    return `In this version, or with these answers, ${operation} does not answer ${status}.`;
  }
  for (const [id, wanted] of Object.entries(needs.answers ?? {})) {
    const given = answer(profile, id as QuestionId) as string;
    if (![wanted].flat().includes(given))
      return `It holds where ${id} is ${[wanted].flat().join(' or ')}, not ${given}.`;
  }
  return undefined;
}

function versionReason(since: VersionMap = {}, until: VersionMap = {}, profile: Profile): string | undefined {
  const installed = versions(profile);
  for (const [product, version] of Object.entries(since)) {
    if (!hasReached(installed, product, version)) return `It holds since ${product} ${version}.`;
  }
  for (const [product, version] of Object.entries(until)) {
    if (hasReached(installed, product, version)) return `It held until ${product} ${version}.`;
  }
  return undefined;
}
