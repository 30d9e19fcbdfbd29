import type { Exchange } from '../exchange.js';
import type { LedgerKind } from './ledger.js';

/** Something that the answer to a request says was made, outside of what a run has anyway. */
export interface Made {
  readonly kind: LedgerKind;
  readonly name: string;
  readonly id: string;
}

type Members = Readonly<Record<string, unknown>>;

interface Making {
  readonly request: RegExp;
  /** @param parts - what stands in the brackets of `request` */
  readonly made: (asked: Members, answered: Members, parts: readonly string[]) => Partial<Made> & Pick<Made, 'kind'>;
}

const fieldNumber = (id: unknown) => /^(?:customfield_)?(\d+)$/.exec(String(id))?.[1];
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const makings: readonly Making[] = [
  {
    request: /^POST \/rest\/api\/\w+\/field$/,
    made: (asked, { id }) => ({ kind: 'field', name: text(asked['name']), id: fieldNumber(id) }),
  },
  {
    request: /^PUT \/rest\/extender\/1\.0\/customField\/addCustomField$/,
    made: (asked, { customFieldId }) => ({
      kind: 'field',
      name: text(asked['fieldName']),
      id: fieldNumber(customFieldId),
    }),
  },
  {
    request: /^POST \/rest\/api\/\w+\/issue$/,
    made: ({ fields }, { key }) => ({ kind: 'issue', name: text((fields as Members)?.['summary']), id: text(key) }),
  },
  {
    request: /^POST \/rest\/api\/\w+\/field\/([^/]+)\/option$/,
    made: ({ value }, { id }, [fieldKey]) => ({
      kind: 'app-option',
      name: text(value),
      id: typeof id === 'number' ? `${fieldKey}/${id}` : undefined,
    }),
  },
  {
    // Data Center deletes no screen.
    request: /^POST \/rest\/api\/3\/screens$/,
    made: ({ name }, { id }) => ({
      kind: 'screen',
      name: text(name),
      id: typeof id === 'number' ? `${id}` : undefined,
    }),
  },
  {
    request: /^POST \/rest\/api\/\w+\/screens\/(\d+)\/tabs$/,
    made: ({ name }, { id }, [screenId]) => ({
      kind: 'tab',
      name: text(name),
      id: typeof id === 'number' ? `${screenId}/${id}` : undefined,
    }),
  },
];

/**
 * What an exchange has made, by the target's own word: also where a check had expected a refusal, or another status.
 * `undefined`: nothing that would have to be removed by itself.
 */
export function madeBy({ method, path, status, requestBody, body }: Exchange): Made | undefined {
  if (status < 200 || status > 299) return undefined;
  for (const { request, made } of makings) {
    const parts = request.exec(`${method} ${path.split('?')[0]}`);
    if (!parts) continue;
    const { kind, name = '', id } = made(members(requestBody), members(body), parts.slice(1));
    return id === undefined ? undefined : { kind, name, id };
  }
  return undefined;
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}
