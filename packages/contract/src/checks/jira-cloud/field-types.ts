import { expect } from 'expect';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

export interface BuiltInType {
  readonly name: string;
  readonly schema: { readonly type: string; readonly items?: string };
  readonly searchers: readonly string[];
}

const type = (name: string, schema: string, ...searchers: readonly string[]): BuiltInType => {
  const [items, array] = schema.split('[]');
  return {
    name,
    schema: array === undefined ? { type: schema } : { type: 'array', items: items },
    searchers,
  };
};

/**
 * The built-in types of custom field, the schema of their fields and the searchers that these may have (003, Create
 * Custom Field, whose table of keys has slipped by rows; corroborated by a public client).
 */
export const builtInFieldTypes: readonly BuiltInType[] = [
  type('cascadingselect', 'option-with-child', 'cascadingselectsearcher'),
  type('datepicker', 'date', 'daterange'),
  type('datetime', 'datetime', 'datetimerange'),
  type('float', 'number', 'exactnumber', 'numberrange'),
  type('grouppicker', 'group', 'grouppickersearcher'),
  type('importid', 'number', 'exactnumber', 'numberrange'),
  type('labels', 'string[]', 'labelsearcher'),
  type('multicheckboxes', 'option[]', 'multiselectsearcher'),
  type('multigrouppicker', 'group[]', 'multiselectsearcher'),
  type('multiselect', 'option[]', 'multiselectsearcher'),
  type('multiuserpicker', 'user[]', 'userpickergroupsearcher'),
  type('multiversion', 'version[]', 'versionsearcher'),
  type('project', 'project', 'projectsearcher'),
  type('radiobuttons', 'option', 'multiselectsearcher'),
  type('readonlyfield', 'string', 'textsearcher'),
  type('select', 'option', 'multiselectsearcher'),
  type('textarea', 'string', 'textsearcher'),
  type('textfield', 'string', 'textsearcher'),
  type('url', 'string', 'exacttextsearcher'),
  type('userpicker', 'user', 'userpickergroupsearcher'),
  type('version', 'version', 'versionsearcher'),
];

/** A field of a type with each of its searchers, and none with a searcher of another type. */
export async function checkOfType({ name, schema, searchers }: BuiltInType, stage: Stage): Promise<void> {
  for (const searcher of searchers) {
    const field = await stage.field(name, { searcherKey: builtInType(searcher) });
    const fields = (await stage.admin.ask('getFields', 200)).body as { id: string; schema: object }[];
    const found = fields.find(({ id }) => id === field.key);
    expect(found?.schema).toEqual({ ...schema, custom: field.type, customId: field.id });
    if (!stage.versions.jira.has('cloud')) continue;
    const query = { type: 'custom', id: field.key, expand: 'searcherKey' };
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query });
    expect(body.values).toMatchObject([{ searcherKey: builtInType(searcher), schema }]);
  }
  const other = searchers.includes('textsearcher') ? 'daterange' : 'textsearcher';
  const body = { name: stage.name(name), type: builtInType(name), searcherKey: builtInType(other) };
  await stage.admin.ask('createCustomField', 400, { body });
}
