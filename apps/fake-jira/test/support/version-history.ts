import { readFileSync } from 'node:fs';
import type { ChangeKind, SeenChange } from '@fake-jira/contract';
import { sourceDocument } from '@fake-jira/openapi';
import { appVersions, compareVersions, type VersionedApp } from '@fake-jira/profile';

/** A line of a version history, for one operation. */
export interface HistoryLine {
  readonly line: number;
  /** The entry of the app's list. */
  readonly version: string;
  readonly operation: string;
  readonly what: string;
  /** Where our document has it, as JSON pointers. */
  readonly pointers: readonly string[];
}

const pages = { customfieldEditor: 'version-history.md', extender: 'extender-version-history.md' } as const;
const documents = { customfieldEditor: 'customfield-editor', extender: 'extender' } as const;

/** The lines of the version history of an app, as the page in docs/ has them. */
export function historyOf(app: VersionedApp): HistoryLine[] {
  const text = readFileSync(new URL(`../../../../docs/${pages[app]}`, import.meta.url), 'utf8');
  const [histories = ''] = text.split('\n## Beside the lines');
  return histories.split('\n## ').flatMap((section) => {
    const operation = /^`(\w+)`:/m.exec(section)?.[1] ?? '';
    return [...section.matchAll(/^\| +(\d+) \|(.*)\|$/gm)].map(([, line, rest = '']): HistoryLine => {
      const [version = '', what = '', where = ''] = rest.split(' | ').map((cell) => cell.trim());
      const entry = appVersions[app].find((one) => compareVersions(one, version) === 0);
      if (entry === undefined) throw new Error(`Line ${line} names the version ${version}, which is none of ${app}.`);
      const pointers = [...where.matchAll(/`([^`]+)`/g)].map(([, pointer]) => pointer as string);
      return { line: Number(line), version: entry, operation, what, pointers };
    });
  });
}

/** The changes that a comparison has seen of a line of a history. */
export function shownBy(app: VersionedApp, line: HistoryLine, changes: readonly SeenChange[]): SeenChange[] {
  const wanted = line.pointers.flatMap((pointer) => changeAt(app, line.operation, pointer));
  return changes.filter(
    (change) =>
      change.seen > 0 &&
      wanted.some(
        ({ operation, kinds, name }) =>
          [operation, `${operation}Before20`].includes(change.operation) &&
          kinds.includes(change.kind) &&
          (name === undefined || name === change.name),
      ),
  );
}

interface Wanted {
  readonly operation: string;
  readonly kinds: readonly ChangeKind[];
  readonly name?: string | undefined;
}

/** What a node of our document can change of an operation. */
function changeAt(app: VersionedApp, operation: string, pointer: string): Wanted[] {
  const [first = '', ...rest] = pointer.split('/');
  const [part, name] = rest;
  if (first !== '') {
    switch (part) {
      case undefined:
      case 'x-since':
      case 'x-until':
        return [{ operation: first, kinds: ['operation'] }];
      case 'responses':
        return [{ operation: first, kinds: rest.length > 3 ? ['form', 'property'] : ['outcome'] }];
      case 'parameters':
        return [{ operation: first, kinds: ['parameter'], name: nameAt(app, `${first}/parameters/${name}`) }];
      case 'x-behaviour':
        return [{ operation: first, kinds: ['behaviour'], name: (nodeAt(app, pointer) as { what: string }).what }];
      default:
        throw new Error(`Nobody knows what ${pointer} changes.`);
    }
  }
  if (part === 'x-errors') return [{ operation, kinds: ['error'], name }];
  // Beside it stands what it changes of the operation.
  if (part === 'x-field-types') return [];
  switch (name) {
    case 'parameters':
      return [{ operation, kinds: ['parameter'], name: nameAt(app, `/components/parameters/${rest[2]}`) }];
    case 'responses':
      return rest[3] === 'x-errors'
        ? [{ operation, kinds: ['error'], name: rest[4] }]
        : [{ operation, kinds: ['form', 'property'] }];
    default:
      return [
        {
          operation,
          kinds: ['property', 'parameter', 'form'],
          name: /.*\/properties\/(\w+)/.exec(pointer)?.[1],
        },
      ];
  }
}

function nameAt(app: VersionedApp, pointer: string): string {
  const { $ref, name } = nodeAt(app, pointer) as { $ref?: string; name?: string };
  return $ref === undefined ? (name as string) : nameAt(app, $ref.slice(1));
}

function nodeAt(app: VersionedApp, pointer: string): unknown {
  const document = sourceDocument(documents[app]);
  const [first = '', ...rest] = pointer.split('/');
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as { operationId?: string }[]);
  const start: unknown = first === '' ? document : operations.find(({ operationId }) => operationId === first);
  const names = rest.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], start);
}
