import type { OpenApiDocument } from '@fake-jira/openapi';
import type { Root } from '@fake-jira/world';
import type { Random } from './random.js';
import { RandomNames } from './random-names.js';

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Target {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

// What no parameter and no property is meant to be.
const oddTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  '99999999999999999999',
  'customfield_',
  'customfield_x',
  'customfield_99999',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '..',
  '../..',
  '\u0000',
  '😀',
  '\ud83d',
  '%',
  '%zz',
  '<script>',
  "'; drop table",
  'x'.repeat(300),
  '\n',
  'true',
  '[]',
  '{}',
  '+name',
  '-name',
];
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  '',
  'text',
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: { b: { c: [] } } },
  { length: -1 },
  ...oddTexts,
];
const oddBodies = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1}}',
  '[[[[]]]]',
  '{"a":1}{',
  '\ufeff{}',
];

const credentials = (name: string, password = name) => ({ Authorization: `Basic ${btoa(`${name}:${password}`)}` });

/** Requests built from a document: every operation, with parameters and bodies that fit, and with some that do not. */
export class RandomRequests {
  readonly #document: OpenApiDocument;
  readonly #random: Random;
  readonly #ofOptions: number;
  readonly #targets: readonly Target[];

  /** @param ofOptions - how often a request is about a field that has options: as a share of one */
  constructor(document: OpenApiDocument, random: Random, ofOptions = 0.25) {
    this.#ofOptions = ofOptions;
    this.#document = document;
    this.#random = random;
    this.#targets = this.#readTargets();
  }

  /** The operations, so that a test can see that each was met. */
  get operationIds(): readonly string[] {
    return this.#targets.map(({ operationId }) => operationId);
  }

  next(root: Root): FuzzRequest {
    const random = this.#random;
    const names = new RandomNames(root, random, this.#ofOptions);
    const target = this.#pickTarget();
    const odd = random.chance(0.4);
    const query = target.parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap((parameter) => this.#query(parameter, names, odd));
    const address = target.path
      .replace(/^\/rest\/api\/3/, () =>
        random.pick(['/rest/api/3', '/rest/api/3', '/rest/api/2', '/rest/api/latest', '/jira/rest/api/3']),
      )
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        const text = odd && random.chance(0.3) ? random.pick(oddTexts) : (names.text(name) ?? random.pick(oddTexts));
        // A segment must not be empty, nor climb: that would be another address.
        return /^\.*$/.test(text) ? '10000' : encode(text);
      });
    const method =
      odd && random.chance(0.03) ? random.pick(['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) : target.method;
    const body = this.#body(target, names, odd);
    const type = odd && random.chance(0.03) ? random.pick(['text/plain', 'application/jsonp', '']) : 'application/json';
    return {
      method,
      path: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: { ...this.#caller(), ...(body !== undefined && type !== '' && { 'Content-Type': type }) },
      ...(body !== undefined && { body }),
    };
  }

  /** Deletions are rarer than the rest, or there would soon be nothing left. */
  #pickTarget(): Target {
    for (;;) {
      const target = this.#random.pick(this.#targets);
      if (target.method !== 'DELETE' || this.#random.chance(0.3)) return target;
    }
  }

  #caller(): Record<string, string> {
    const at = this.#random.next();
    if (at < 0.86) return credentials('admin');
    if (at < 0.92) return credentials('my-app');
    if (at < 0.96) return credentials('bob');
    return at < 0.98
      ? {}
      : this.#random.pick([credentials('admin', 'wrong'), { Authorization: 'Bearer x' }, { Authorization: 'x' }]);
  }

  #query({ name, required = false, schema }: Parameter, names: RandomNames, odd: boolean): string[] {
    if (!required && this.#random.chance(0.6)) return [];
    const given = odd && this.#random.chance(0.3) ? this.#random.pick(oddTexts) : this.#value(schema, name, names, 0);
    const values = Array.isArray(given) ? given : [given];
    if (odd && this.#random.chance(0.05)) values.push(values[0]);
    return values.map(
      (value) => `${name}=${encode(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
    );
  }

  #body({ body: schema }: Target, names: RandomNames, odd: boolean): string | undefined {
    if (!schema) return odd && this.#random.chance(0.03) ? '{}' : undefined;
    if (odd && this.#random.chance(0.05)) return undefined;
    if (odd && this.#random.chance(0.1)) return this.#random.pick(oddBodies);
    const body = this.#value(schema, '', names, 0);
    return JSON.stringify(odd && this.#random.chance(0.7) ? this.#spoilt(body) : body);
  }

  /** A value with one part of it replaced, taken away or added. */
  #spoilt(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.#random.chance(0.15)) return this.#random.pick(oddValues);
    if (Array.isArray(value)) {
      if (value.length === 0 || this.#random.chance(0.2))
        return [...(value as unknown[]), this.#random.pick(oddValues)];
      const at = this.#random.below(value.length);
      return value.map((item: unknown, i) => (i === at ? this.#spoilt(item) : item));
    }
    const entries = Object.entries(value);
    if (entries.length === 0 || this.#random.chance(0.15))
      return { ...value, [this.#random.pick(['extra', '__proto__', 'id'])]: this.#random.pick(oddValues) };
    const [name] = this.#random.pick(entries);
    if (this.#random.chance(0.2)) return Object.fromEntries(entries.filter(([other]) => other !== name));
    return Object.fromEntries(
      entries.map(([other, item]) => [other, other === name ? this.#spoilt(item) : (item as unknown)]),
    );
  }

  /** A value that a schema allows, as far as the schema alone can say. */
  #value(given: Schema, name: string, names: RandomNames, depth: number): unknown {
    const schema = this.#resolved(given);
    const {
      allOf,
      enum: allowed,
      items,
      properties = {},
      required = [],
    } = schema as {
      allOf?: Schema[];
      enum?: unknown[];
      items?: Schema;
      properties?: Record<string, Schema>;
      required?: string[];
    };
    const choices = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
    if (schema['nullable'] === true && this.#random.chance(0.15)) return null;
    if (allowed) return this.#random.pick(allowed);
    if (choices) return this.#value(this.#random.pick(choices), name, names, depth);
    if (allOf) return Object.assign({}, ...allOf.map((part) => this.#value(part, name, names, depth))) as unknown;
    switch (schema['type']) {
      case 'array': {
        const length = this.#random.chance(0.1) ? 0 : 1 + this.#random.below(3);
        return Array.from({ length }, () => (items ? this.#value(items, name, names, depth + 1) : 'item'));
      }
      case 'boolean':
        return this.#random.chance(0.5);
      case 'integer':
      case 'number':
        return this.#number(names.text(name));
      case 'string':
        return (
          names.text(name) ??
          this.#random.pick([
            'text',
            '2026-01-31',
            '2026-01-31T10:00:00.000+0000',
            'https://example.com/',
            'project = TEST',
            ...oddTexts,
          ])
        );
      default: {
        const known = name === 'fields' && Object.keys(properties).length > 0 ? undefined : names.object(name);
        if (known !== undefined) return known;
        const shown = Object.keys(properties).filter(
          (property) => required.includes(property) || (depth < 6 && this.#random.chance(0.5)),
        );
        return Object.fromEntries(
          shown.map((property) => [property, this.#value(properties[property] as Schema, property, names, depth + 1)]),
        );
      }
    }
  }

  #number(text: string | undefined): number {
    return text !== undefined && /^\d+$/.test(text)
      ? Number(text)
      : this.#random.pick([0, 1, 2, 5, 10, 100, 1000, 10000]);
  }

  #resolved(schema: Schema): Schema {
    const { $ref } = schema;
    if (typeof $ref !== 'string') return schema;
    const found = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], this.#document);
    return this.#resolved(found as Schema);
  }

  #readTargets(): Target[] {
    return Object.entries(this.#document.paths).flatMap(([path, item]) =>
      (['get', 'put', 'post', 'patch', 'delete'] as const).flatMap((method): Target[] => {
        const operation = item[method];
        if (!operation) return [];
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
          (parameter) => this.#resolved(parameter) as unknown as Parameter,
        );
        const body =
          operation.requestBody &&
          (this.#resolved(operation.requestBody) as typeof operation.requestBody).content?.['application/json']?.schema;
        return [{ operationId: operation.operationId as string, method: method.toUpperCase(), path, parameters, body }];
      }),
    );
  }
}

/** As in an address. A lone surrogate has no encoding: through a buffer it becomes the sign for what is no character. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
