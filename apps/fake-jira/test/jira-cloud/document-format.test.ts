import {
  documentOf,
  isDocument,
  plainTextOf,
  renderRichText,
  type DocumentNode,
} from '../../src/apis/jira-cloud/document-format.js';

const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
const text = (words: string): DocumentNode => ({ type: 'text', text: words });
const doc = (...content: DocumentNode[]) => ({ type: 'doc', version: 1, content });

describe('the Atlassian Document Format', () => {
  it('has a paragraph for each part of a text between empty lines, and breaks within', () => {
    expect(documentOf('one\ntwo\n\nthree')).toEqual(
      doc(paragraph(text('one'), { type: 'hardBreak' }, text('two')), paragraph(text('three'))),
    );
  });

  it('reads back as the plain text that it was made of', () => {
    const plain = 'First line\nsecond line\n\nAnother paragraph';
    expect(plainTextOf(documentOf(plain))).toBe(plain);
  });

  it('has a mark before each list item in plain text', () => {
    const item = (words: string): DocumentNode => ({ type: 'listItem', content: [paragraph(text(words))] });
    expect(plainTextOf(doc({ type: 'bulletList', content: [item('a'), item('b')] }))).toBe('* a\n* b');
    expect(plainTextOf(doc({ type: 'orderedList', content: [item('a'), item('b')] }))).toBe('# a\n# b');
  });

  it('says a mention, a date and a card in plain text by what they show', () => {
    const inline = (type: string, attrs: Record<string, unknown>): DocumentNode => ({ type, attrs });
    expect(
      plainTextOf(
        doc(
          paragraph(
            inline('mention', { id: '1', text: '@Ada' }),
            text(' '),
            inline('date', { timestamp: '1767225600000' }),
            text(' '),
            inline('inlineCard', { url: 'https://example.com/' }),
          ),
        ),
      ),
    ).toBe('@Ada 2026-01-01 https://example.com/');
  });

  it('is told from other objects by its type, its version and its nodes', () => {
    expect(isDocument(doc())).toBe(true);
    expect(isDocument({ type: 'doc', content: [] })).toBe(false);
    expect(isDocument({ type: 'paragraph', version: 1, content: [] })).toBe(false);
    expect(isDocument(doc({ type: 'paragraph', content: [{ text: 'no type' } as unknown as DocumentNode] }))).toBe(
      false,
    );
    expect(isDocument('text')).toBe(false);
  });

  it('stays as it was written where it is read through the same version', () => {
    const written = doc(paragraph({ type: 'text', text: 'bold' }));
    expect(renderRichText({ document: written }, '3')).toBe(written);
    expect(renderRichText({ document: written }, '2')).toBe('bold');
    expect(renderRichText({ text: '*bold*' }, '2')).toBe('*bold*');
    expect(renderRichText({ text: '*bold*' }, 'latest')).toBe('*bold*');
    expect(renderRichText({ text: '*bold*' }, '3')).toEqual(doc(paragraph(text('*bold*'))));
  });
});
