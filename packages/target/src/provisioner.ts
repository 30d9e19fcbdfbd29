import { TargetError } from './errors.js';
import { extenderBase, type TargetFacts } from './detect.js';
import type { Caller } from './target.js';
import type { Delay } from './pacing.js';

/** A field that is made for a while. */
export interface NewField {
  readonly name: string;
  /** Full key of the type. */
  readonly type: string;
  readonly description?: string;
  /** Full key; the usual one of the type where it is left out, as far as the provisioner can say. */
  readonly searcherKey?: string | undefined;
}

/** Makes and removes custom fields in the way in which a target lets them be made. */
export interface Provisioner {
  readonly by: "Jira's Field API" | 'Extender' | "Data Center's own operations";
  /** @returns its id as in addresses, such as `customfield_10000` */
  create(field: NewField): Promise<string>;
  /** Removes fields, and returns once they are gone. Those that are gone already are no error. */
  remove(ids: readonly string[]): Promise<void>;
}

/**
 * The provisioner of a target: Jira's Field API on Cloud, Extender where it is installed, else what Data Center has.
 *
 * @example const id = await provisionerFor(facts, target.administrator, target).create({ name: 'Scratch', type });
 */
export function provisionerFor(
  facts: TargetFacts,
  administrator: Caller,
  { delay }: { readonly delay: Delay },
): Provisioner {
  if (facts.deployment === 'cloud') return new CloudProvisioner(administrator, delay);
  return facts.extender ? new ExtenderProvisioner(administrator) : new DataCenterProvisioner(administrator);
}

async function createByJira(administrator: Caller, address: string, field: NewField): Promise<string> {
  const { name, type, description, searcherKey } = field;
  const made = await administrator.ask('POST', address, { body: { name, type, description, searcherKey } });
  return (made as { id: string }).id;
}

class CloudProvisioner implements Provisioner {
  readonly by = "Jira's Field API";

  constructor(
    readonly administrator: Caller,
    readonly delay: Delay,
  ) {}

  create(field: NewField): Promise<string> {
    return createByJira(this.administrator, '/rest/api/3/field', field);
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const answer = await this.administrator.send({ method: 'DELETE', path: `/rest/api/3/field/${id}` });
      if (answer.status === 404) continue;
      if (answer.status !== 303)
        throw new TargetError(`${id} could not be deleted: the target answered ${answer.status}.`);
      await this.#finished(answer.headers.location ?? '');
    }
  }

  /** Deleting a field is a task; the answer says where its progress stands. */
  async #finished(location: string): Promise<void> {
    const taskId = /\/task\/([^/?]+)/.exec(location)?.[1];
    if (taskId === undefined)
      throw new TargetError('The target does not say where the progress of the deletion stands.');
    for (;;) {
      const task = (await this.administrator.get(`/rest/api/3/task/${taskId}`)) as { status: string; message?: string };
      if (task.status === 'COMPLETE') return;
      if (!['ENQUEUED', 'RUNNING'].includes(task.status)) {
        throw new TargetError(`The task that deletes a field ended as ${task.status}. ${task.message ?? ''}`.trim());
      }
      await this.delay(500);
    }
  }
}

class ExtenderProvisioner implements Provisioner {
  readonly by = 'Extender';

  constructor(readonly administrator: Caller) {}

  async create({ name, type, description = '', searcherKey }: NewField): Promise<string> {
    // Extender chooses the searcher itself: another one is had from Data Center's own operation.
    if (searcherKey !== undefined) {
      return createByJira(this.administrator, '/rest/api/2/field', { name, type, description, searcherKey });
    }
    const body = { fieldName: name, fieldDescription: description, fieldTypeKey: type };
    const made = await this.administrator.ask('PUT', `${extenderBase}/addCustomField`, { body });
    const { customFieldId, message } = made as { customFieldId?: string; message?: string };
    if (customFieldId === undefined)
      throw new TargetError(`Extender did not make the field "${name}": ${message ?? ''}`);
    return `customfield_${customFieldId.replace(/\D/g, '')}`;
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const customField = ids.map((id) => id.replace('customfield_', ''));
    await this.administrator.ask('DELETE', `${extenderBase}/deleteCustomField`, { body: { customField } });
  }
}

class DataCenterProvisioner implements Provisioner {
  readonly by = "Data Center's own operations";

  constructor(readonly administrator: Caller) {}

  create(field: NewField): Promise<string> {
    return createByJira(this.administrator, '/rest/api/2/field', field);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.administrator.ask('DELETE', '/rest/api/2/customFields', { query: { ids: ids.join(',') } });
  }
}
