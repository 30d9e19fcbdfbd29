import { checkWorld, customFieldId, deleteProject, setDefaultValues, World } from '../../src/index.js';
import { sound } from '../full-world.js';
import { broken, noon } from '../small-world.js';

function fullWorld(): World {
  return new World({ clock: { now: () => noon }, root: sound });
}

describe('a project that is deleted', () => {
  it('takes its issues along, and leaves contexts, scopes and values', () => {
    const world = fullWorld();
    const [project] = [...world.root.projects.values()].filter(({ key }) => key === 'TEST');
    const context = [...world.root.contexts.values()].find((one) => one.projectIds.includes(project?.id ?? 0));
    world.write((tx) => deleteProject(tx, 'TEST'));
    expect(checkWorld(world.root)).toEqual([]);
    expect([...world.root.issues.values()].filter((issue) => issue.projectId === project?.id)).toEqual([]);
    expect(world.root.contexts.get(context?.id ?? 0)).toMatchObject({ global: false, projectIds: [] });
  });

  it('is no default value any more', () => {
    const world = fullWorld();
    const field = [...world.root.fields.values()].find(({ type }) => type.endsWith(':project'));
    const context = [...world.root.contexts.values()].find(({ fieldId }) => fieldId === field?.id);
    const [project] = [...world.root.projects.values()];
    const fieldId = customFieldId(field?.id ?? 0);
    world.write((tx) =>
      setDefaultValues(tx, fieldId, [
        {
          contextId: context?.id ?? 0,
          type: 'project',
          value: { type: 'project', projectId: project?.id ?? 0 },
        },
      ]),
    );
    expect(world.root.contexts.get(context?.id ?? 0)?.defaultValue).toBeDefined();
    world.write((tx) => deleteProject(tx, project?.id ?? 0));
    expect(world.root.contexts.get(context?.id ?? 0)?.defaultValue).toBeUndefined();
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('has to be there', () => {
    const world = fullWorld();
    const { code } = broken(() => world.write((tx) => deleteProject(tx, 'NO')));
    expect(code).toBe('project-not-found');
  });
});
