import type { InstalledJira } from '@fake-jira/profile';
import { fieldKey, type CustomField, type Issue, type Project } from '@fake-jira/world';
import type { Links } from '../../http/links.js';

/** Of what somebody chooses a value: the issue that is edited, or none yet. */
export interface Chooser {
  readonly project: Project;
  readonly issue: Issue | undefined;
  readonly links: Pick<Links, 'rest' | 'to'>;
}

/** The addresses that suggest values of a system field while somebody types. */
type AutoCompletes = Readonly<Record<string, (chooser: Chooser) => string>>;

const nobodysKey = 'null';

const cloud: AutoCompletes = {
  assignee: ({ project, issue, links }) =>
    links.rest(`/user/assignable/search?${issue ? `issueKey=${issue.key}` : `project=${project.key}`}&query=`),
  reporter: ({ issue, links }) => links.rest(`/user/recommend?context=Reporter&issueKey=${issue?.key ?? ''}`),
  labels: ({ issue, links }) => links.to(`/rest/api/1.0/labels/${issue ? `${issue.id}/` : ''}suggest?query=`),
  issuelinks: ({ issue, links }) => links.rest(`/issue/picker?${issuePicker(issue)}`),
};

const dataCenter: AutoCompletes = {
  assignee: ({ issue, links }) =>
    links.to(`/rest/api/latest/user/assignable/search?issueKey=${issue?.key ?? nobodysKey}&username=`),
  reporter: ({ links }) => links.to('/rest/api/latest/user/search?username='),
  labels: ({ links }) => links.to('/rest/api/1.0/labels/suggest?query='),
  issuelinks: ({ issue, links }) => links.to(`/rest/api/1.0/issues/picker?${issuePicker(issue)}`),
};

function issuePicker(issue: Issue | undefined): string {
  const key = issue?.key ?? nobodysKey;
  return `currentProjectId=&showSubTaskParent=true&showSubTasks=true&currentIssueKey=${key}&query=`;
}

/** The addresses with which a Jira completes the values of system fields. */
export function autoCompletesOf(jira: InstalledJira): AutoCompletes {
  return jira.has('cloud') ? cloud : dataCenter;
}

/** The address that completes a value of a custom field; undefined where the type has none. */
export function autoCompleteUrl(field: CustomField, { issue, links }: Chooser): string | undefined {
  switch (field.type.replace(/^.*:/, '')) {
    case 'userpicker':
    case 'multiuserpicker':
      return links.to(`/rest/api/1.0/users/picker?fieldName=${fieldKey(field)}&showAvatar=true&query=`);
    case 'labels':
      return links.to(`/rest/api/1.0/labels/${issue?.id ?? nobodysKey}/suggest?customFieldId=${field.id}&query=`);
    default:
      return undefined;
  }
}
