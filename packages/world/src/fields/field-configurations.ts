import type { Root } from '../core/root.js';
import { customFieldId, idNumber, type Id } from '../core/ids.js';
import { RuleError } from '../core/rule-error.js';
import { liveFields } from './fields.js';
import { systemFields } from './system-fields.js';

/** Which fields are hidden, and which are required. */
export interface FieldConfiguration {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
}

export interface ConfiguredField {
  readonly id: string;
  readonly description: string;
  readonly isHidden: boolean;
  readonly isRequired: boolean;
}

/** Those that an instance has before anybody has made one: the world has no others. */
export const fieldConfigurations: readonly FieldConfiguration[] = [
  {
    id: 10_000,
    name: 'Default Field Configuration',
    description: 'The default field configuration',
    isDefault: true,
  },
];

/** Without these there is no issue. */
const required: ReadonlySet<string> = new Set(['summary', 'issuetype']);

/**
 * The fields of a configuration: those that can stand on a screen.
 *
 * @throws RuleError `field-configuration-not-found`
 */
export function configuredFields(root: Root, id: Id): ConfiguredField[] {
  if (!fieldConfigurations.some((one) => one.id === idNumber(id))) {
    throw new RuleError('field-configuration-not-found', { id: String(id) });
  }
  const system = systemFields().filter(({ orderable }) => orderable);
  return [
    ...system.map((field) => configured(field.id, '')),
    ...[...liveFields(root)].map((field) => configured(customFieldId(field.id), field.description)),
  ];
}

function configured(id: string, description: string): ConfiguredField {
  return { id, description, isHidden: false, isRequired: required.has(id) };
}
