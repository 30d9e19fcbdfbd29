import type { RichText } from './field-values.js';

/** What a reader reads of a text of several lines. */
export function plainText(content: RichText): string {
  if ('text' in content) return content.text;
  const parts: string[] = [];
  collect(content.document, parts);
  return parts.join(' ');
}

function collect(node: unknown, parts: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { text, content } = node as { readonly text?: unknown; readonly content?: unknown };
  if (typeof text === 'string') parts.push(text);
  if (Array.isArray(content)) for (const child of content) collect(child, parts);
}
