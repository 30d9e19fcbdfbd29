import { addVersions, editVersion, requireVersion, type Root } from '@fake-jira/world';
import type { Visit } from '../../plant/act.js';
import {
  accepts,
  also,
  body,
  doesNothing,
  each,
  entries,
  ignoresQuery,
  readsOtherwise,
  status,
} from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

/** What a version was called that has just gone. */
function nameBefore(root: Root, { path }: Pick<Visit, 'path'>): string {
  return requireVersion(root, path['id'] ?? '').version.name;
}

/** Of versions and components. */
export const projectPartDefects = [
  defect(
    'a version is added as if it had no day',
    ['createVersion'],
    readsOtherwise((asked) => delete asked.releaseDate),
  ),
  defect(
    'a name of a version may be taken twice',
    ['createVersion'],
    accepts('already exists', (tx, { body: asked }) => {
      const [version] = addVersions(tx, asked.project as string, [{ name: asked.name as string }]);
      return { status: 201, body: { id: String(version!.id), name: version!.name } };
    }),
  ),
  defect(
    'a version that is edited forgets its name',
    ['updateVersion'],
    also((tx, { path }) => void editVersion(tx, path['id'] ?? '', { name: 'Nameless' })),
  ),
  defect(
    'unresolved issues keep their version',
    ['updateVersion'],
    readsOtherwise((asked) => delete asked.moveUnfixedIssuesTo),
  ),
  defect('a version stays where it is', ['moveVersion'], doesNothing),
  defect(
    'issues of a merged version have none',
    ['mergeVersions'],
    also((tx, { path }) => {
      for (const issue of [...tx.root.issues.values()])
        if (issue.details?.fixVersions?.includes(Number(path['moveIssuesTo'])))
          tx.put('issues', issue.id, { ...issue, details: { ...issue.details, fixVersions: [] } });
    }),
  ),
  defect(
    'a version that is deleted comes back',
    ['deleteVersion'],
    also((tx, visit) => {
      const { project } = requireVersion(visit.before, visit.path['id'] ?? '');
      addVersions(tx, project.id, [{ id: Number(visit.path['id']), name: nameBefore(visit.before, visit) }]);
    }),
  ),
  defect(
    'a version that is to be replaced is not',
    ['deleteAndReplaceVersion'],
    readsOtherwise((asked) => delete asked.moveFixIssuesTo),
  ),
  defect('a version that is not there is found', ['getVersion'], status(404, 200)),
  defect(
    'the issues that are fixed in a version count as affected',
    ['getVersionRelatedIssues'],
    body((counts) => {
      [counts.issuesFixedCount, counts.issuesAffectedCount] = [counts.issuesAffectedCount, counts.issuesFixedCount];
    }),
  ),
  defect(
    'all issues of a version are resolved',
    ['getVersionUnresolvedIssues'],
    body((counts) => {
      counts.issuesUnresolvedCount = 0;
    }),
  ),
  defect('versions come in one order', ['getProjectVersionsPaginated'], ignoresQuery('orderBy')),
  defect('pages of versions all begin with the first', ['getProjectVersionsPaginated'], ignoresQuery('startAt')),
  defect(
    'a component is added without its description',
    ['createComponent'],
    readsOtherwise((asked) => delete asked.description),
  ),
  defect('a component that is not there is found', ['getComponent'], status(404, 200)),
  defect('a component stays as it is', ['updateComponent'], doesNothing),
  defect('issues of a component that goes get none', ['deleteComponent'], ignoresQuery('moveIssuesTo')),
  defect(
    'a component counts no issues',
    ['getComponentRelatedIssues'],
    body((counts) => {
      counts.issueCount = 0;
    }),
  ),
  defect('components come in one order', ['getProjectComponentsPaginated'], ignoresQuery('orderBy')),
  defect(
    'a project lists no component',
    ['getProjectComponents'],
    entries(() => []),
  ),
  defect(
    'components have numbers as ids',
    ['getProjectComponents'],
    each((one) => {
      one.id = Number(one.id);
    }),
  ),
];
