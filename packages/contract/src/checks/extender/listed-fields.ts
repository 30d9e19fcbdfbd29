import type { Stage } from '../../stage/stage.js';

/** A field in the list of all of them. */
export interface ListedField {
  readonly id: number | string;
  readonly name: string;
  readonly [property: string]: unknown;
}

/** A field in the list of all of them, whichever page it stands on. */
export async function listed({ admin, versions }: Stage, name: string): Promise<ListedField | undefined> {
  const query = versions.extender.atLeast('4.17') ? { maxResults: 1000 } : {};
  for (let startAt = 0; ;) {
    const asked = versions.extender.atLeast('4.17') ? { ...query, startAt } : {};
    const { body } = await admin.ask('extenderGetFields', 200, { query: asked });
    const page = body.customFields as ListedField[];
    const found = page.find((field) => field.name === name);
    startAt += page.length;
    if (found || page.length === 0 || startAt >= ((body.total as number | undefined) ?? startAt)) return found;
  }
}
