import { fieldType, fieldTypes, fieldTypeText } from '../../src/index.js';

it('every type has a name of its own and a description', () => {
  const texts = fieldTypes().map(fieldTypeText);
  expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length);
  for (const { name, description } of texts) expect([name, description]).not.toContain('');
  expect(fieldTypeText(fieldType('select')).name).toBe('Select List (single choice)');
});

it('a type that brings its name has that, and one that brings none its key', () => {
  expect(fieldTypeText({ shortKey: 'x', name: 'The X', description: 'All of it.' })).toEqual({
    name: 'The X',
    description: 'All of it.',
  });
  expect(fieldTypeText({ shortKey: 'x' })).toEqual({ name: 'x', description: 'A value of the kind x.' });
});
