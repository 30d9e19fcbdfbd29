import { also, body, doesNothing, each, readsOtherwise, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');
const onDataCenter = defectsOf('jira-cloud', 'data-center');

/** Of what is done with projects. */
export const projectDefects = [
  defect(
    'every project is one of software',
    ['createProject'],
    readsOtherwise((asked) => (asked.projectTypeKey = 'software')),
  ),
  defect('a key of a project may be taken twice', ['createProject'], status(400, 201)),
  defect('a project stays as it is', ['updateProject'], doesNothing),
  defect(
    'the old key of a project is forgotten',
    ['updateProject'],
    also((tx) => {
      for (const project of [...tx.root.projects.values()])
        if (project.formerKeys) tx.put('projects', project.id, { ...project, formerKeys: [] });
    }),
  ),
  defect('a project that is deleted stays', ['deleteProject'], doesNothing),
  defect(
    'what is deleted is in no trash',
    ['deleteProject'],
    also((tx, { query }) => {
      if (query.get('enableUndo') === 'false') return false;
      for (const id of [...tx.root.trashedProjects.keys()]) tx.remove('trashedProjects', id);
      return undefined;
    }),
  ),
  defect('a project that is archived stays in use', ['archiveProject', 'archiveProjectDataCenter'], doesNothing),
  defect('a project may be archived twice', ['archiveProject'], status(400, 204)),
  defect('a project is not restored', ['restore'], doesNothing),
  onDataCenter('an archived project is not restored', ['restoreProjectDataCenter'], doesNothing),
  defect(
    'projects in the trash look as if in use',
    ['searchProjects'],
    each((project) => delete project.deleted),
  ),
  defect(
    'a project is another after its archive',
    ['restore'],
    body((project) => {
      project.key = 'OTHER';
    }),
  ),
];
