import {
  isOverdue,
  resolutionOf,
  statusOf,
  useOfVersion,
  type Project,
  type ProjectVersion,
  type Root,
} from '@fake-jira/world';
import type { View } from './call.js';
import { inForm } from './forms.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people read it, as Jira is installed: `05/Oct/07` (recorded of Server). */
function userDay(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${months[Number(month) - 1]}/${year.slice(-2)}`;
}

/** A version of a project, with what is to be told beside. */
export function renderVersion(version: ProjectVersion, project: Project, view: View, expand: readonly string[] = []) {
  const { startDate, releaseDate } = version;
  const parts = {
    ...basics(version, view),
    startDate,
    // Only of what has a day it is a question, and only then the time is read.
    overdue: releaseDate === undefined ? undefined : isOverdue(version, dayOf(view.now())),
    userStartDate: userDay(startDate),
    userReleaseDate: userDay(releaseDate),
    projectId: project.id,
    issuesStatusForFixVersion: expand.includes('issuesstatus') ? issuesStatus(view.root, version) : undefined,
  };
  return inForm(parts, view.behaviour.forms.version);
}

/** A version where an issue names it (recorded of Server). */
export function renderVersionOfIssue(version: ProjectVersion, view: View) {
  return inForm(basics(version, view), view.behaviour.forms.versionOfIssue);
}

function basics({ id, name, description, archived, released, releaseDate }: ProjectVersion, { links }: View) {
  return { self: links.rest(`/version/${id}`), id: String(id), description, name, archived, released, releaseDate };
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** How many of the issues that are to be fixed in a version are where. */
function issuesStatus(root: Root, { id }: ProjectVersion) {
  const counts = { unmapped: 0, toDo: 0, inProgress: 0, done: 0 };
  for (const issue of useOfVersion(root, id).fixed) {
    const { key } = statusOf(issue).category;
    if (key === 'done' || resolutionOf(issue)) counts.done++;
    else if (key === 'indeterminate') counts.inProgress++;
    else counts.toDo++;
  }
  return counts;
}
