import { BadCredentials, TargetError, TargetLacks } from '@fake-jira/target';
import type { Answer, Identity, Person } from './person.js';

export interface SandboxProject {
  readonly id: number;
  readonly key: string;
}

export interface SandboxIssueType {
  readonly id: number;
  readonly name: string;
}

/** What is found of the sandbox at a target; plain data, so that processes can share it. */
export interface FoundSandbox {
  readonly projects: readonly SandboxProject[];
  readonly issueTypes: readonly SandboxIssueType[];
  /** That of issues which are made, the first of them. */
  readonly issueType: SandboxIssueType;
  /** A second one; `needs: { issueTypes: 2 }`. */
  readonly otherIssueType: SandboxIssueType;
  /** An issue type of sub-tasks, where there is one. */
  readonly subtaskType: SandboxIssueType | undefined;
}

/** Where a run may work. Credentials need name no project: what asks for one is then skipped, and all else asked. */
export class Sandbox {
  readonly issueTypes: FoundSandbox['issueTypes'];
  readonly issueType: FoundSandbox['issueType'];
  readonly otherIssueType: FoundSandbox['otherIssueType'];
  readonly subtaskType: FoundSandbox['subtaskType'];
  readonly #projects: FoundSandbox['projects'];

  constructor({ projects, issueTypes, issueType, otherIssueType, subtaskType }: FoundSandbox) {
    this.#projects = projects;
    this.issueTypes = issueTypes;
    this.issueType = issueType;
    this.otherIssueType = otherIssueType;
    this.subtaskType = subtaskType;
  }

  /**
   * All projects, one at least.
   *
   * @throws TargetLacks where the credentials name none
   */
  get projects(): FoundSandbox['projects'] {
    if (this.#projects.length > 0) return this.#projects;
    throw new TargetLacks('It needs a sandbox project, and the credentials name none.');
  }

  /** The first of them. */
  get project(): SandboxProject {
    return this.projects[0] as SandboxProject;
  }

  /** A second one; `needs: { projects: 2 }`. */
  get otherProject(): SandboxProject {
    return this.projects[1] ?? this.project;
  }
}

/** What the credentials say of the sandbox. */
export interface SandboxNames {
  readonly projects: readonly string[];
  /** Name of the issue type of issues that are made; absent: the first that is no sub-task. */
  readonly issueType?: string | undefined;
}

interface IssueTypeInJira {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
}

/**
 * Looks up the projects and issue types of the sandbox.
 *
 * @throws TargetError that names what is not there
 */
export async function readSandbox(admin: Person, { projects: keys, issueType }: SandboxNames): Promise<FoundSandbox> {
  const projects: SandboxProject[] = [];
  for (const key of keys) {
    const { status, body } = await lookAtJira(admin, `/project/${encodeURIComponent(key)}`);
    if (status !== 200)
      throw new TargetError(`The sandbox project ${key} is not there: the target answered ${status}.`);
    projects.push({ id: Number((body as { id: string }).id), key });
  }
  const { status, body } = await lookAtJira(admin, '/issuetype');
  if (!Array.isArray(body))
    throw new TargetError(`The target answered ${status} for its issue types, and no list of them.`);
  const types = body as readonly IssueTypeInJira[];
  const usual = types.filter(({ subtask }) => !subtask).map(typeOf);
  const own = issueType === undefined ? usual[0] : usual.find(({ name }) => name === issueType);
  if (!own)
    throw new TargetError(`The sandbox issue type "${issueType ?? ''}" is not there, or it is one of sub-tasks.`);
  const issueTypes = [own, ...usual.filter(({ id }) => id !== own.id)];
  const subtask = types.find((type) => type.subtask);
  return {
    projects,
    issueTypes,
    issueType: own,
    otherIssueType: issueTypes[1] ?? own,
    subtaskType: subtask && typeOf(subtask),
  };
}

function typeOf({ id, name }: IssueTypeInJira): SandboxIssueType {
  return { id: Number(id), name };
}

/**
 * A place to work where Jira itself does not answer, as at a server that has the document of one app only: nothing can
 * be made there, and what asks only for shapes is asked all the same.
 */
export function sandboxWithoutJira({ projects: keys }: SandboxNames): FoundSandbox {
  const issueType = { id: 0, name: '' };
  return {
    projects: keys.map((key) => ({ id: 0, key })),
    issueTypes: [issueType],
    issueType,
    otherIssueType: issueType,
    subtaskType: undefined,
  };
}

/** Reads a resource of Jira's own: of version 2, which every Jira has, or of 3 at a server that has only that. */
export async function lookAtJira(person: Person, path: string): Promise<Answer> {
  const answer = await person.raw('GET', `/rest/api/2${path}`);
  return answer.status === 404 ? person.raw('GET', `/rest/api/3${path}`) : answer;
}

/**
 * Who somebody is; `undefined` where there is no Jira that could tell.
 *
 * @throws BadCredentials where the target does not know who this is
 */
export async function readIdentity(person: Person): Promise<Identity | undefined> {
  const { status, body } = await lookAtJira(person, '/myself');
  if (status === 404) return undefined;
  if (status === 401 || status === 403) throw new BadCredentials(person.role, undefined, status);
  if (status !== 200)
    throw new TargetError(`The target does not say who the ${person.role} is: it answered ${status}.`);
  return body as Identity;
}
