import type { FieldType } from './field-type.js';

/** What administrators read of a type. */
export interface FieldTypeText {
  readonly name: string;
  readonly description: string;
}

// Names as Jira's pages for administrators have them (and 002:26, 002:541); the description of Checkboxes is 002:562,
// the others are ours.
const texts: Readonly<Record<string, readonly [name: string, description: string]>> = {
  cascadingselect: ['Select List (cascading)', 'An option of a list, and one of those below it.'],
  datepicker: ['Date Picker', 'A day.'],
  datetime: ['Date Time Picker', 'A day and the time of day.'],
  float: ['Number Field', 'A number, with decimals or without.'],
  grouppicker: ['Group Picker (single group)', 'One group of users.'],
  importid: ['Import Id', 'The number of an issue in the system that it was imported from; read only.'],
  labels: ['Labels', 'Any number of short texts without spaces.'],
  multicheckboxes: ['Checkboxes', 'Choose multiple values using checkboxes.'],
  multigrouppicker: ['Group Picker (multiple groups)', 'Any number of groups of users.'],
  multiselect: ['Select List (multiple choices)', 'Any number of options of a list.'],
  multiuserpicker: ['User Picker (multiple users)', 'Any number of users.'],
  multiversion: ['Version Picker (multiple versions)', "Any number of the project's versions."],
  project: ['Project Picker (single project)', 'One project.'],
  radiobuttons: ['Radio Buttons', 'One option, each with a button of its own.'],
  readonlyfield: ['Text Field (read only)', 'A text that only programs can change.'],
  select: ['Select List (single choice)', 'One option of a list.'],
  textarea: ['Text Field (multi-line)', 'A text of several lines.'],
  textfield: ['Text Field (single line)', 'A text of one line.'],
  url: ['URL Field', 'An address in the web.'],
  userpicker: ['User Picker (single user)', 'One user.'],
  version: ['Version Picker (single version)', "One of the project's versions."],
  'multi-level-cascading-select': [
    'Multi-Level Cascading Select',
    'An option of a list, and below it as many as there are levels.',
  ],
  single_select: ['Select List (app)', 'One option of those that an app provides.'],
  'forge.string': ['Text (app)', 'A text that an app shows in its own way.'],
  'forge.string.list': ['Texts (app)', 'Any number of texts that an app shows in its own way.'],
  'forge.object': ['Object (app)', 'Data of an app, of any form.'],
  'forge.datetime': ['Date and time (app)', 'A moment that an app shows in its own way.'],
  'forge.group': ['Group (app)', 'One group of users, which an app shows in its own way.'],
  'forge.group.list': ['Groups (app)', 'Any number of groups of users, which an app shows in its own way.'],
  'forge.number': ['Number (app)', 'A number that an app shows in its own way.'],
  'forge.user': ['User (app)', 'One user, whom an app shows in its own way.'],
  'forge.user.list': ['Users (app)', 'Any number of users, whom an app shows in its own way.'],
};

/**
 * The name and the description of a type. One that is not listed here has the name that it brings, else its key.
 *
 * @param type - with the `name` and `description` that it brings, if any
 */
export function fieldTypeText({
  shortKey,
  name = shortKey,
  description = `A value of the kind ${name}.`,
}: Pick<FieldType, 'shortKey'> & Partial<FieldTypeText>): FieldTypeText {
  const known = Object.hasOwn(texts, shortKey) ? texts[shortKey] : undefined;
  return known ? { name: known[0], description: known[1] } : { name, description };
}
