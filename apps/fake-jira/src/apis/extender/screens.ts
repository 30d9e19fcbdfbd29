import type { ExtenderOperations } from '@fake-jira/openapi';
import { customFieldId, screensOfField } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { fieldOf } from './field-reference.js';
import { pageOf } from './paging.js';

export const screens: Handlers<Pick<ExtenderOperations, 'extenderGetScreens'>> = {
  extenderGetScreens(call) {
    const field = fieldOf(call, call.path.customFieldId);
    const places = screensOfField(call.root, customFieldId(field.id));
    const { entries, envelope } = pageOf(call, places, ({ screen, tab }) => ({
      tabId: tab.id,
      tabName: tab.name,
      name: screen.name,
      description: screen.description,
      tabPosition: screen.tabs.indexOf(tab),
      id: screen.id,
    }));
    return ok({ screens: entries, ...envelope });
  },
};
