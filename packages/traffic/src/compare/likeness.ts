/** In which two answers are not alike: where, and how. */
export interface Unlikeness {
  /** Such as `body/projects[]/issuetypes[]/fields/summary`; ids of custom fields are `customfield_*`. */
  readonly at: string;
  readonly what: string;
}

export interface LikenessOptions {
  readonly isSelection?: boolean;
  readonly toTheLetter?: (at: string, recorded: unknown) => boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** What is compared to the letter wherever it is, because the world of the recording has it, or because it is Jira's own. */
export const jirasOwn =
  /(^|\/)(errorMessages\[\]|errors\/[^/]+|error|detail|title|message|clauseNames\[\]|operations\[\]|schema\/[^/]+|expand|untranslatedName|deploymentType|accountType|projectTypeKey|style)$/;

/**
 * In what an answer is not like a recorded one: the set and order of properties, the types and forms of values, the
 * sentences. Entries of lists are held to those that they are, by id, key or name.
 *
 * @param options.isSelection what was recorded is a part of what was answered, so that more is no difference
 * @param options.toTheLetter whether what is at a place is compared to the letter, and not by its form
 */
export function unlikenesses(recorded: unknown, answered: unknown, options: LikenessOptions = {}): Unlikeness[] {
  const { isSelection = false, toTheLetter = (at) => jirasOwn.test(at) } = options;
  const found: Unlikeness[] = [];
  compare(recorded, answered, 'body');
  return found;

  function report(at: string, what: string): void {
    found.push({ at, what });
  }

  function compare(one: unknown, other: unknown, at: string): void {
    const [kind, otherKind] = [kindOf(one), kindOf(other)];
    if (kind !== otherKind) return report(at, `${otherKind} instead of ${kind}`);
    if (kind === 'list') return compareLists(one as unknown[], other as unknown[], at);
    if (kind === 'object') return compareObjects(one as Json, other as Json, at);
    if (kind === 'boolean' || toTheLetter(at, one)) {
      if (!isLetterForLetter(one, other)) report(at, `${JSON.stringify(other)} instead of ${JSON.stringify(one)}`);
    } else if (kind === 'text' && one !== '…' && formOf(one as string) !== formOf(other as string)) {
      report(at, `form ${formOf(other as string)} instead of ${formOf(one as string)}`);
    }
  }

  function compareObjects(one: Json, other: Json, at: string): void {
    const [keys, otherKeys] = [Object.keys(one), Object.keys(other)];
    for (const key of keys.filter((name) => !otherKeys.includes(name))) {
      report(step(at, key), `is missing${typeText(one[key])}`);
    }
    if (!isSelection)
      for (const key of otherKeys.filter((name) => !keys.includes(name)))
        report(step(at, key), 'is not there in reality');
    const common = keys.filter((name) => otherKeys.includes(name));
    const order = otherKeys.filter((name) => common.includes(name));
    if (common.join() !== order.join())
      report(at, `order of properties: ${shortened(order)} instead of ${shortened(common)}`);
    for (const key of common) compare(one[key], other[key], step(at, key));
  }

  function compareLists(one: readonly unknown[], other: readonly unknown[], at: string): void {
    const entryAt = `${at}[]`;
    if (one.every((entry) => kindOf(entry) !== 'object')) {
      if (toTheLetter(entryAt, one[0]) && !isLetterForLetter(one.join(), other.join())) {
        report(entryAt, `${JSON.stringify(other)} instead of ${JSON.stringify(one)}`);
      }
      return;
    }
    const matched = new Map<unknown, unknown>();
    const byIdentity = new Map(other.map((entry): [unknown, unknown] => [identityOf(entry), entry]).reverse());
    for (const [index, entry] of one.entries()) {
      const identity = identityOf(entry);
      const found = identity === undefined ? other[index] : byIdentity.get(identity);
      if (found === undefined) {
        report(entryAt, `has no ${entryText(entry)}`);
        continue;
      }
      matched.set(found, entry);
      compare(entry, found, entryAt);
    }
    const places = new Map(other.map((entry, place) => [entry, place]));
    const order = [...matched.keys()].map((entry) => places.get(entry) ?? -1);
    if (order.some((place, index) => place < (order[index - 1] ?? -1))) report(entryAt, 'order of entries');
    if (isSelection) return;
    for (const entry of other.filter((candidate) => !matched.has(candidate))) {
      report(entryAt, `has ${entryText(entry)}, which is not there in reality`);
    }
  }
}

function step(at: string, key: string): string {
  return `${at}/${key.replace(/customfield_\d+/, 'customfield_*')}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' ? 'text' : typeof value;
}

/** What an entry is; undefined where the source does not say. */
function identityOf(entry: unknown): unknown {
  const { fieldId, id, accountId, key, name, value, optionvalue } = entry as Json;
  const identity = fieldId ?? id ?? accountId ?? key ?? name ?? value ?? optionvalue;
  return identity === '…' ? undefined : identity;
}

/** Whether a text is as it was recorded; `…` stands for what the source left out. */
function isLetterForLetter(recorded: unknown, answered: unknown): boolean {
  if (typeof recorded !== 'string' || !recorded.includes('…')) return recorded === answered;
  return typeof answered === 'string' && recorded.split('…').every((part) => answered.includes(part.trim()));
}

/** What a field is, where an entry is one. */
function typeText(entry: unknown): string {
  const { schema } = (entry ?? {}) as { schema?: { custom?: string } };
  return schema?.custom === undefined ? '' : ` (${schema.custom})`;
}

function entryText(entry: unknown): string {
  const { id, key, name } = entry as Json;
  const custom = typeText(entry);
  return custom === ''
    ? String([name, key, id].find((one) => typeof one === 'string') ?? 'such entry')
    : `field of the type${custom}`;
}

function shortened(names: readonly string[]): string {
  return names.length > 14 ? `${names.slice(0, 14).join()}…` : names.join();
}

/** The form of a text: what a client could take it for. */
function formOf(text: string): string {
  if (/^https?:\/\//.test(text)) return addressForm(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return text.replace(/\d/g, '0').replace(/-0000$/, '+0000');
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'date';
  if (/^\d+$/.test(text)) return 'digits';
  // Who stands in place of somebody has one that shows it.
  if (/^([0-9a-f]{24}|\d+:[0-9a-f-]{36}|pseudonym-[0-9a-f]{20})$/.test(text)) return 'account id';
  if (/^customfield_\d+$/.test(text)) return 'id of a custom field';
  if (/^[^ @]+@[^ @]+$/.test(text)) return 'e-mail address';
  return 'text';
}

/** Of an instance's own addresses path and parameters, without ids; of others that they are that. */
function addressForm(text: string): string {
  const url = new URL(text);
  if (/gravatar|avatar-management|atl-paas/.test(url.host)) return 'an address elsewhere';
  const path = url.pathname
    .replace(/^\/jira(?=\/)/, '')
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? 'N' : /^[A-Z][A-Z0-9]*-\d+$/.test(part) ? 'KEY' : part))
    .join('/');
  const parameters = url.search
    .slice(1)
    .split('&')
    .map((one) => {
      const [name = '', value] = one.split(/=(.*)/s);
      if (value === undefined) return name;
      return value === '' ? `${name}=` : `${name}=${value.includes('%3A') ? '…%3A…' : '…'}`;
    });
  return [path, parameters.join('&')].filter((part) => part !== '').join('?');
}
