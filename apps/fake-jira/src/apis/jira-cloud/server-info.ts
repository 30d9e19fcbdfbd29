import { ok } from '../../http/response.js';
import type { JiraHandlers } from './call.js';
import { inForm } from './forms.js';
import { timestamp } from './timestamp.js';

export const serverInfo = {
  getServerInfo({ world, behaviour, links }) {
    const { version, buildNumber, buildDate, deploymentType, forms } = behaviour;
    const [major = 0, minor = 0, patch = 0] = numbersOf(version);
    const parts = {
      baseUrl: links.base,
      displayUrl: links.base,
      displayUrlServicedeskHelpCenter: links.base,
      version,
      versionNumbers: [major, minor, patch],
      deploymentType,
      buildNumber,
      buildDate,
      serverTime: timestamp(world.clock.now()),
      scmInfo: behaviour.commit,
      serverTitle: 'Jira',
      defaultLocale: { locale: 'en_US' },
      serverTimeZone: 'Etc/UTC',
    };
    return ok(inForm(parts, forms.serverInfo));
  },
} satisfies Partial<JiraHandlers>;

function numbersOf(version: string): number[] {
  return version.split('-', 1).join('').split('.').map(Number);
}
