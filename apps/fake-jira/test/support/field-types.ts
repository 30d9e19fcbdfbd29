type Row = [type: string, schema: { type: string; items?: string }, searchers: string[]];

/**
 * The built-in types of custom field as Jira's Field API describes them (`createCustomField`): what a field of the
 * type has as its schema, and which searchers it may have.
 */
export const builtInFieldTypes: Row[] = [
  ['cascadingselect', { type: 'option-with-child' }, ['cascadingselectsearcher']],
  ['datepicker', { type: 'date' }, ['daterange']],
  ['datetime', { type: 'datetime' }, ['datetimerange']],
  ['float', { type: 'number' }, ['exactnumber', 'numberrange']],
  ['grouppicker', { type: 'group' }, ['grouppickersearcher']],
  ['importid', { type: 'number' }, ['exactnumber', 'numberrange']],
  ['labels', { type: 'array', items: 'string' }, ['labelsearcher']],
  ['multicheckboxes', { type: 'array', items: 'option' }, ['multiselectsearcher']],
  ['multigrouppicker', { type: 'array', items: 'group' }, ['multiselectsearcher']],
  ['multiselect', { type: 'array', items: 'option' }, ['multiselectsearcher']],
  ['multiuserpicker', { type: 'array', items: 'user' }, ['userpickergroupsearcher']],
  ['multiversion', { type: 'array', items: 'version' }, ['versionsearcher']],
  ['project', { type: 'project' }, ['projectsearcher']],
  ['radiobuttons', { type: 'option' }, ['multiselectsearcher']],
  ['readonlyfield', { type: 'string' }, ['textsearcher']],
  ['select', { type: 'option' }, ['multiselectsearcher']],
  ['textarea', { type: 'string' }, ['textsearcher']],
  ['textfield', { type: 'string' }, ['textsearcher']],
  ['url', { type: 'string' }, ['exacttextsearcher']],
  ['userpicker', { type: 'user' }, ['userpickergroupsearcher']],
  ['version', { type: 'version' }, ['versionsearcher']],
];

/** Every searcher that a field can be given. */
export const searcherKeys = [...new Set(builtInFieldTypes.flatMap(([, , searchers]) => searchers))];
