import { writtenBases } from '../document/bases.js';
import type { OpenApiDocument } from '../document/types.js';
import { isObject } from '../document/types.js';

/** Where an address stands in a resolved document. */
export interface OnBase {
  /** The address under the canonical base. */
  readonly path: string;
  /** The only status that an operation has below the base, where that serves nothing. */
  readonly refusedWith?: number;
}

/**
 * Brings addresses below any base of a resolved document under the canonical one, where its paths stand. What is
 * written under another base itself stays where it is.
 */
export function basesOf(document: OpenApiDocument): (path: string) => OnBase {
  const bases = writtenBases(document);
  const canonical = bases.find(({ serves }) => serves === 'all')?.base;
  return (path) => {
    const found = bases.find(({ base, serves }) => serves !== 'legacy' && path.startsWith(`${base}/`));
    if (found === undefined || canonical === undefined) return { path };
    const moved = canonical + path.slice(found.base.length);
    const refusedWith = found.serves === 'nothing' ? statusOf(document, found.answer) : undefined;
    return { path: moved, ...(refusedWith !== undefined && { refusedWith }) };
  };
}

function statusOf(document: OpenApiDocument, code: string | undefined): number | undefined {
  const errors = isObject(document['x-errors']) ? document['x-errors'] : {};
  const [first] = [errors[code ?? '']].flat();
  return isObject(first) && typeof first.status === 'number' ? first.status : undefined;
}
