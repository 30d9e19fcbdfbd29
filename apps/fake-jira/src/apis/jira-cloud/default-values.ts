import type { JiraCloudOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import { defaultValues as defaultValuesOf, requireCustomField, setDefaultValues } from '@fake-jira/world';
import { noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { readDefaultValue, renderDefaultValue } from './default-value-forms.js';
import { pageCap } from './rules.js';

type Operations = Pick<JiraCloudOperations, 'getDefaultValues' | 'setDefaultValues'>;

export const defaultValues: Handlers<Operations> = {
  getDefaultValues({ root, path, query, links, profile }) {
    const field = requireCustomField(root, path.fieldId);
    const asked = query.contextId;
    const found = [...defaultValuesOf(root, field)].filter(({ context }) => !asked || asked.includes(context.id));
    const withType = answer(profile, 'jira.default-value-type-in-get') === 'present';
    return ok(
      pageOf(found, query, { links, cap: pageCap(profile) }, ({ context, value }) => {
        const { type, ...rest } = renderDefaultValue(value);
        return { contextId: String(context.id), ...(withType ? { type } : {}), ...rest } as never;
      }),
    );
  },

  setDefaultValues({ world, path, body }) {
    const changes = (body.defaultValues ?? []).map((json) => ({
      contextId: json.contextId,
      type: json.type,
      value: readDefaultValue(json),
    }));
    world.write((tx) => setDefaultValues(tx, path.fieldId, changes));
    return noContent();
  },
};
