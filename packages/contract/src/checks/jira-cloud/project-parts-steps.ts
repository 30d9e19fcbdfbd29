import type { Stage } from '../../stage/stage.js';

export interface Made {
  readonly id: string;
  readonly name: string;
  readonly self: string;
}

type Kind = 'version' | 'component';

const operations = {
  version: { create: 'createVersion', remove: 'deleteVersion' },
  component: { create: 'createComponent', remove: 'deleteComponent' },
} as const;

/** What a new version or component of the sandbox's project is asked with. */
export function partOf(stage: Stage, kind: Kind, more: object = {}) {
  return { name: stage.name(kind), project: stage.sandbox.project.key, ...more };
}

/**
 * Does something with new versions, or components, of the sandbox's project. They are gone behind it: the project is
 * not the run's.
 */
export async function withParts(
  stage: Stage,
  kind: Kind,
  count: number,
  use: (made: readonly Made[]) => Promise<void>,
  more: object = {},
): Promise<void> {
  const made: Made[] = [];
  try {
    for (let each = 0; each < count; each++) {
      const body = partOf(stage, kind, more);
      made.push((await stage.admin.ask(operations[kind].create, 201, { body })).body as Made);
    }
    await use(made);
  } finally {
    for (const { id } of made) await stage.admin.send(operations[kind].remove, { path: { id } });
  }
}
