import type { Profile } from '@fake-jira/profile';
import { answer, questions, versions } from '@fake-jira/profile';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import { resolveDocument } from './document/effective.js';
import { toJsonSchema } from './document/json-schema.js';
import { openForm } from './document/open-form.js';
import { operationsOf } from './document/reading.js';
import { referencesIn } from './document/prune.js';
import type { RequestSchemas } from './document/request-schemas.js';
import { coercion, requestSchemas } from './document/request-schemas.js';
import type { JsonObject, OpenApiDocument } from './document/types.js';
import { sourceDocument } from './documents.js';
import type { OperationId } from './generated/registry.js';
import { newAjv } from './judge/ajv.js';
import type { ApiName } from './table.js';
import type { RequestChecks } from './validator-table.js';

/** How requests are checked in one kind of profile, where that differs from the newest form. */
export interface ProfileForms {
  /** The checks of an operation; undefined where the newest form holds, or the profile does not have the operation. */
  checks(operationId: OperationId): RequestChecks | undefined;
}

const byProfile = new WeakMap<Profile, Map<ApiName, ProfileForms>>();
const byKind = new Map<string, ProfileForms>();
const newest = new Map<ApiName, Schemas>();

/** The forms of an API's requests in a profile. Profiles that differ in nothing but their names share them. */
export function formsOf(api: ApiName, profile: Profile): ProfileForms {
  const known = byProfile.get(profile) ?? new Map<ApiName, ProfileForms>();
  byProfile.set(profile, known);
  const found = known.get(api) ?? ofKind(api, profile);
  known.set(api, found);
  return found;
}

function ofKind(api: ApiName, profile: Profile): ProfileForms {
  const { customfieldEditor, extender, protectedFields } = versions(profile);
  const given = questions.map(({ id }) => answer(profile, id));
  const kind = JSON.stringify([
    api,
    profile.jira,
    customfieldEditor.place,
    extender.place,
    protectedFields.installed,
    given,
  ]);
  const found = byKind.get(kind) ?? createForms(api, profile);
  byKind.set(kind, found);
  return found;
}

function createForms(api: ApiName, profile: Profile): ProfileForms {
  const source = sourceDocument(api);
  const open = newest.get(api) ?? schemasOf(openForm(source));
  newest.set(api, open);
  const mine = schemasOf(resolveDocument(source, api, profile));
  const compiled = new Map<string, RequestChecks | undefined>();
  return {
    checks(operationId) {
      if (compiled.has(operationId)) return compiled.get(operationId);
      const here = mine.of(operationId);
      const differs = here !== undefined && mine.text(here) !== open.text(open.of(operationId)!);
      const checks = differs ? mine.compile(here) : undefined;
      compiled.set(operationId, checks);
      return checks;
    },
  };
}

/** The request schemas of a document without conditions. */
interface Schemas {
  of(operationId: string): RequestSchemas | undefined;
  /** The schemas with those that they refer to, for comparison. */
  text(schemas: RequestSchemas): string;
  compile(schemas: RequestSchemas): RequestChecks;
}

function schemasOf(document: OpenApiDocument): Schemas {
  const placed = new Map(operationsOf(document).map((one) => [one.operation.operationId, one]));
  const components = Object.entries(document.components?.schemas ?? {});
  const converted = new Map<string, JsonObject>();
  const component = (name: string): JsonObject => {
    const known = converted.get(name) ?? toJsonSchema(document, document.components!.schemas![name]!, 'request');
    converted.set(name, known);
    return known;
  };
  // Coercing validators and others: one Ajv does only one of the two.
  const parameters = once(() => withComponents(coercion));
  const bodies = once(() => withComponents({}));

  function withComponents(options: object): ReturnType<typeof newAjv> {
    const ajv = newAjv(options);
    for (const [name] of components) ajv.addSchema(component(name), name);
    return ajv;
  }

  return {
    of(operationId) {
      const found = placed.get(operationId);
      return found && requestSchemas(document, found);
    },
    text(schemas) {
      const used = new Map<string, JsonObject>();
      const open = referencesIn(schemas);
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (used.has(name)) continue;
        used.set(name, component(name));
        open.push(...referencesIn(component(name)));
      }
      return JSON.stringify([schemas, [...used].sort(([a], [b]) => (a < b ? -1 : 1))]);
    },
    compile({ path, query, body, ...rest }) {
      return {
        ...rest,
        ...(path && { path: compiled(parameters(), path) }),
        ...(query && { query: compiled(parameters(), query) }),
        ...(body && { body: compiled(bodies(), body) }),
      };
    },
  };
}

function compiled(ajv: ReturnType<typeof newAjv>, schema: JsonObject): ValidateFunction {
  return ajv.compile(schema as AnySchemaObject);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
