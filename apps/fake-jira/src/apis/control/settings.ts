import type { ControlOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { changeSettings, settingsOf, type WorkspaceSettings } from '../../http/settings.js';
import { refusingMistakes } from './mistakes.js';

type Operations = Pick<ControlOperations, 'controlGetSettings' | 'controlChangeSettings'>;

export const settings: Handlers<Operations> = {
  controlGetSettings: ({ workspace }) => ok(render(settingsOf(workspace))),

  controlChangeSettings: ({ workspace, body }) => ok(render(refusingMistakes(() => changeSettings(workspace, body)))),
};

function render({ profile, protectedFieldTokens, ...settings }: WorkspaceSettings) {
  const tokens = protectedFieldTokens.map(({ hash, scopes, projects }) => ({
    hash,
    scopes: [...scopes],
    projects: projects && [...projects],
  }));
  return { profile: { ...profile }, ...settings, protectedFieldTokens: tokens };
}
