import type * as AjvModule from 'ajv';

/**
 * `x-values` and `x-pattern` as keywords of Ajv, for validators that are compiled now and those that are written to a
 * file. Only texts are judged: that it is one, `type` says. And `uniqueItems` by the texts of the entries, names in
 * order: Ajv's own compares every entry with every other, and calls what an entry has as its `toString`.
 *
 * @param ajv where the keywords are added
 * @param code Ajv's `_`, handed in because this module must not load Ajv
 */
export function addValueKeywords(ajv: AjvModule.Ajv, { _ }: Pick<typeof AjvModule, '_'>): void {
  ajv.addKeyword({
    keyword: 'x-values',
    schemaType: 'array',
    error: {
      message: 'must be one of the values that mean something',
      params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}`,
    },
    code(context) {
      const { data, schemaCode } = context;
      context.fail(_`typeof ${data} == "string" && !${schemaCode}.includes(${data})`);
    },
  });
  ajv.addKeyword({
    keyword: 'x-pattern',
    schemaType: 'string',
    error: { message: 'has not the form that is needed', params: ({ schemaCode }) => _`{pattern: ${schemaCode}}` },
    code(context) {
      const { data, schemaCode } = context;
      context.fail(_`typeof ${data} == "string" && !new RegExp(${schemaCode}, "u").test(${data})`);
    },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must not have an entry twice' },
    code(context) {
      const { data } = context;
      if (context.schema !== true) return;
      const ordered = _`(_name, value) => value && typeof value == "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, value[name]])) : value`;
      context.fail(_`new Set(${data}.map((entry) => JSON.stringify(entry, ${ordered}))).size < ${data}.length`);
    },
  });
}
