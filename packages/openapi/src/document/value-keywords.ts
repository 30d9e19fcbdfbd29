import type * as AjvModule from 'ajv';

/**
 * `x-values` and `x-pattern` as keywords of Ajv, for validators that are compiled now and those that are written to a
 * file. Only texts are judged: that it is one, `type` says.
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
}
