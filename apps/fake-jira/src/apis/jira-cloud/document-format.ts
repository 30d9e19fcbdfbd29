import type { RichText } from '@fake-jira/world';

/** A document in Atlassian Document Format, or a node of one. */
export interface DocumentNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentNode[];
}

/** Whether an API version speaks Atlassian Document Format: 3 does; 2 and `latest` speak plain text. */
export function speaksDocuments(restVersion: string): boolean {
  return restVersion === '3';
}

/** Text of several lines, in the form of an API version: what was written in the other form is converted. */
export function renderRichText(content: RichText, restVersion: string): string | Readonly<Record<string, unknown>> {
  if (speaksDocuments(restVersion)) return 'document' in content ? content.document : documentOf(content.text);
  if ('text' in content) return content.text;
  return isNode(content.document) ? plainTextOf(content.document) : '';
}

/** Whether a JSON value is a document of version 1. */
export function isDocument(value: unknown): value is DocumentNode & Readonly<Record<string, unknown>> {
  return (
    isNode(value) &&
    value.type === 'doc' &&
    (value as { version?: unknown }).version === 1 &&
    value.content !== undefined
  );
}

function isNode(value: unknown): value is DocumentNode {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { type, text, content } = value as Record<string, unknown>;
  return (
    typeof type === 'string' &&
    (type === 'text' ? typeof text === 'string' : true) &&
    (content === undefined || (Array.isArray(content) && content.every(isNode)))
  );
}

/**
 * A document that says a plain text: paragraphs where there were empty lines, line breaks within.
 *
 * @example
 * documentOf('one').content // [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }]
 */
export function documentOf(text: string) {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: linesOf(paragraph) })),
  };
}

function linesOf(paragraph: string): DocumentNode[] {
  return paragraph
    .split('\n')
    .flatMap((line, i) => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
}

/** The plain text of a document: blocks with an empty line between them, list items with a mark, no formatting. */
export function plainTextOf(node: DocumentNode): string {
  const children = node.content ?? [];
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'rule':
      return '----';
    case 'bulletList':
    case 'taskList':
    case 'decisionList':
      return children.map((item) => `* ${itemText(item)}`).join('\n');
    case 'orderedList':
      return children.map((item) => `# ${itemText(item)}`).join('\n');
    case 'table':
      return children.map(plainTextOf).join('\n');
    case 'tableRow':
      return `|${children.map((cell) => itemText(cell)).join('|')}|`;
    case 'doc':
    case 'blockquote':
    case 'panel':
    case 'expand':
    case 'nestedExpand':
    case 'layoutSection':
    case 'layoutColumn':
      return children.map(plainTextOf).join('\n\n');
    default:
      return children.length > 0 ? children.map(plainTextOf).join('') : attributeText(node);
  }
}

/** What stands in a list item or table cell, whose blocks follow each other without empty lines. */
function itemText(item: DocumentNode): string {
  const blocks = item.content ?? [];
  return blocks.map(plainTextOf).join(blocks.some((block) => block.type === 'text') ? '' : '\n');
}

/** The text of a node that has none of its own: a mention, an emoji, a date, a card. */
function attributeText({ attrs = {} }: DocumentNode): string {
  const { text, shortName, url, timestamp } = attrs;
  if (timestamp !== undefined && Number.isFinite(Number(timestamp))) {
    return new Date(Number(timestamp)).toISOString().slice(0, 10);
  }
  return [text, shortName, url].find((candidate) => typeof candidate === 'string') ?? '';
}
