import { allOf, type Caller, type TargetFacts } from '@fake-jira/target';
import pMap from 'p-map';
import { restBase } from './places.js';

export interface ScreenState {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly { readonly id: number; readonly name: string; readonly fields: readonly string[] }[];
}

/** Reads all screens with their tabs and the ids of the fields on them. */
export async function readScreens(caller: Caller, facts: TargetFacts): Promise<ScreenState[]> {
  const path = `${restBase(facts)}/screens`;
  const screens = await allOf<{ id: number; name: string; description?: string }>(caller, path);
  return pMap(
    screens,
    async ({ id, name, description = '' }) => {
      const tabs = (await caller.get(`${path}/${id}/tabs`)) as { id: number; name: string }[];
      const withFields = await Promise.all(
        tabs.map(async (tab) => {
          const fields = (await caller.get(`${path}/${id}/tabs/${tab.id}/fields`)) as { id: string }[];
          return { id: tab.id, name: tab.name, fields: fields.map((field) => field.id) };
        }),
      );
      return { id, name, description, tabs: withFields };
    },
    { concurrency: 8 },
  );
}
