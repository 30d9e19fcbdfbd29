import type { FieldValue } from '../core/field-values.js';
import { customFieldId, idNumber } from '../core/ids.js';
import type { CustomField, Issue, Project } from '../core/root.js';
import { contextsOfField } from '../contexts/contexts.js';
import { liveFields, typeOf } from '../fields/fields.js';
import { issuesWithOption } from '../issues/issue-values.js';
import { findProject } from '../projects/projects.js';
import {
  comparison,
  emptiness,
  equality,
  idsUnder,
  likeness,
  type Atom,
  type ClauseField,
  type SearchContext,
} from './clause.js';
import { optionNames, optionsNamed, withoutChild } from './option-atoms.js';
import { findPeople, zoneOf } from './people.js';
import { dayOfOperand, findNamed, versionRank } from './system-clauses.js';
import { dayOfText, momentOfOperand } from './time.js';
import { plainText } from '../core/plain-text.js';

/** The custom fields of a name in queries: `cf[10000]`, the name, the name with the type. Several can share a name. */
export function fieldsNamed(name: string, context: SearchContext): CustomField[] {
  const { root, namesOf, isSearchable = () => true } = context;
  const wanted = name.toLowerCase();
  const isIt = (field: CustomField) =>
    !field.trashed && isSearchable(field) && namesOf(field).some((one) => one.toLowerCase() === wanted);
  const id = /^cf\[(\d+)\]$/.exec(wanted)?.[1];
  const candidates = new Set<CustomField>();
  const byId = id === undefined ? undefined : root.fields.get(idNumber(id));
  if (byId) candidates.add(byId);
  for (const shorter of [wanted, wanted.replace(/\[[^[\]]*\]$/, '')]) {
    for (const [of, fieldId] of root.fieldsByName.keys([shorter, 0])) {
      if (of !== shorter) break;
      candidates.add(root.fields.get(fieldId) as CustomField);
    }
  }
  return [...candidates].filter(isIt);
}

/** The custom fields that queries can name, by number. */
export function* searchableFields({ root, isSearchable = () => true }: SearchContext): Iterable<CustomField> {
  for (const field of liveFields(root)) if (isSearchable(field)) yield field;
}

type Kind = Pick<ClauseField, 'kind' | 'find' | 'rank'> & {
  readonly operators: ClauseField['operators'];
  readonly atoms: (value: FieldValue) => readonly Atom[];
  readonly texts?: (value: FieldValue) => readonly string[];
  readonly suggestions?: () => Iterable<string>;
};

/** A custom field as queries ask for it; the type of its values says how. */
export function customClause(field: CustomField, name: string, context: SearchContext): ClauseField {
  const { root } = context;
  const { atoms, texts, ...kind } = kindOf(field, context);
  const valueOf = ({ values }: Issue) => values[field.id];
  return {
    id: customFieldId(field.id),
    name,
    orderable: true,
    ...kind,
    values(issue) {
      const value = valueOf(issue);
      return value ? atoms(value) : [];
    },
    ...(texts && {
      texts(issue: Issue) {
        const value = valueOf(issue);
        return value ? texts(value) : [];
      },
    }),
    ...(kind.kind === 'option' && {
      issuesWith: (atom: Atom) =>
        issuesWithOption(root, field.id, typeof atom === 'number' ? atom : Number(atom.slice(5))),
    }),
    issuesWithAny: () => idsUnder(root.issuesWithField, field.id),
  };
}

const exact = [...equality, ...emptiness];
const ordered = [...exact, ...comparison];

function kindOf(field: CustomField, context: SearchContext): Kind {
  const { root } = context;
  const { valueKind, shortKey, protection } = typeOf(field);
  // What is encrypted nobody can ask for.
  if (protection) return { kind: 'text', operators: emptiness, atoms: () => ['sealed'], find: (text) => [text] };
  switch (valueKind) {
    case 'text':
    case 'rich-text': {
      const isExact = shortKey === 'url';
      const texts = (value: FieldValue) => textsOf(value);
      return {
        kind: 'text',
        operators: isExact ? exact : [...likeness, ...emptiness],
        atoms: (value) => texts(value).map((text) => text.toLowerCase()),
        find: (text) => [text.toLowerCase()],
        ...(isExact ? {} : { texts }),
      };
    }
    case 'number':
      return {
        kind: 'number',
        operators: ordered,
        atoms: (value) => (value.kind === 'number' ? [value.number] : []),
        find: (text) => (/^-?\d+(\.\d+)?(e[-+]?\d{1,3})?$/i.test(text.trim()) ? [Number(text)] : []),
      };
    case 'date':
      return {
        kind: 'day',
        operators: ordered,
        atoms: (value) => (value.kind === 'date' ? [dayOfText(value.date)] : []),
        find: (text) => dayOfOperand(text, context),
      };
    case 'datetime':
      return {
        kind: 'moment',
        operators: ordered,
        atoms: (value) => (value.kind === 'datetime' ? [value.at] : []),
        find(text) {
          const at = momentOfOperand(text, context.now, zoneOf(context));
          return at === undefined ? [] : [at];
        },
      };
    case 'labels':
    case 'strings':
      return {
        kind: 'label',
        operators: exact,
        atoms: (value) => textsOf(value).map((label) => label.toLowerCase()),
        find: (text) => [text.toLowerCase()],
        *suggestions() {
          for (const id of idsUnder(root.issuesWithField, field.id)) {
            const value = root.issues.get(id)?.values[field.id];
            if (value) yield* textsOf(value);
          }
        },
      };
    case 'option':
    case 'options':
    case 'cascade':
      return {
        kind: 'option',
        operators: exact,
        atoms: optionAtoms,
        find: (text) => optionsNamed(root, field, text).map(({ id }) => id),
        rank: (atom) => optionRank(context, field, atom),
        suggestions: () => optionNames(root, field),
      };
    case 'app-option':
      return {
        kind: 'option',
        operators: exact,
        atoms: optionAtoms,
        find: (text) =>
          root.appOptions
            .getRange([field.id, 0], [field.id, Infinity])
            .map(([, option]) => option)
            .filter(({ id, value }) => value.toLowerCase() === text.toLowerCase() || id === idNumber(text))
            .map(({ id }) => id),
      };
    case 'user':
    case 'users':
      return {
        kind: 'user',
        operators: exact,
        atoms: (value) => (value.kind === 'user' ? [value.accountId] : value.kind === 'users' ? value.accountIds : []),
        find: (text) => findPeople(root, text),
        rank: (atom) => root.users.get(String(atom))?.displayName.toLowerCase() ?? '',
        *suggestions() {
          for (const user of root.users.values()) if (user.active) yield user.displayName;
        },
      };
    case 'group':
    case 'groups':
      return {
        kind: 'group',
        operators: exact,
        atoms: (value) => (value.kind === 'group' ? [value.name] : value.kind === 'groups' ? value.names : []),
        find: (text) => [...root.groups.keys()].filter((name) => name.toLowerCase() === text.toLowerCase()),
        suggestions: () => root.groups.keys(),
      };
    case 'project':
      return {
        kind: 'project',
        operators: exact,
        atoms: (value) => (value.kind === 'project' ? [value.projectId] : []),
        find(text) {
          const found = findProject(root, text) ?? findProject(root, text.toUpperCase());
          return found ? [found.id] : findNamed(root.projects.values(), text);
        },
        rank: (atom) => root.projects.get(atom as number)?.name.toLowerCase() ?? '',
        *suggestions() {
          for (const { key } of root.projects.values()) yield key;
        },
      };
    case 'version':
    case 'versions':
      return {
        kind: 'version',
        operators: [...ordered, ...likeness],
        atoms: (value) =>
          value.kind === 'version' ? [value.versionId] : value.kind === 'versions' ? value.versionIds : [],
        find: (text) => findNamed(allVersions(root.projects.values()), text),
        rank: (atom) => versionRank(root, atom as number),
        texts: (value) => versionNames(root.projects.values(), value),
        *suggestions() {
          for (const { name } of allVersions(root.projects.values())) yield name;
        },
      };
    case 'object':
      return { kind: 'text', operators: emptiness, atoms: () => ['object'], find: (text) => [text] };
  }
}

function textsOf(value: FieldValue): readonly string[] {
  switch (value.kind) {
    case 'text':
      return [value.text];
    case 'rich-text':
      return [plainText(value.content)];
    case 'labels':
      return value.labels;
    case 'strings':
      return value.values;
    default:
      return [];
  }
}

/** The options of a value; of a chain also that nothing stands below its last. */
function optionAtoms(value: FieldValue): readonly Atom[] {
  switch (value.kind) {
    case 'option':
    case 'app-option':
      return [value.optionId];
    case 'options':
      return value.optionIds;
    case 'cascade':
      return [...value.optionIds, withoutChild(value.optionIds.at(-1) ?? 0)];
    default:
      return [];
  }
}

/** Options are sorted by context, and there in their own order. */
function optionRank({ root }: SearchContext, field: CustomField, atom: Atom): Atom {
  const id = typeof atom === 'number' ? atom : Number(atom.slice(5));
  const option = root.options.get(id);
  if (!option) return root.appOptions.get([field.id, id])?.value.toLowerCase() ?? '';
  const contexts = [...contextsOfField(root, field.id)].findIndex((one) => one.id === option.contextId);
  const rank = (one: number) => String(root.optionRanks.get(one) ?? 0).padStart(12, '0');
  const above = option.parentId === 0 ? '' : `${rank(option.parentId)} `;
  return `${String(contexts).padStart(6, '0')} ${above}${rank(id)}`;
}

function* allVersions(projects: Iterable<Project>): Iterable<{ readonly id: number; readonly name: string }> {
  for (const { versions } of projects) yield* versions;
}

function versionNames(projects: Iterable<Project>, value: FieldValue): string[] {
  const ids = value.kind === 'version' ? [value.versionId] : value.kind === 'versions' ? value.versionIds : [];
  return [...allVersions(projects)].filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

/** Whether what a field holds is text that people write, which `text ~` looks through. */
export function isFreeText(field: CustomField): boolean {
  const { valueKind, protection, shortKey } = typeOf(field);
  return !protection && shortKey !== 'url' && (valueKind === 'text' || valueKind === 'rich-text');
}
