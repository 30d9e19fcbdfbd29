import type { JiraCloudOperations } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { timestamp } from './timestamp.js';

type Operations = Pick<JiraCloudOperations, 'getServerInfo'>;

/** Cloud's version, the same at all times (the published example has it). */
const cloudVersion = '1001.0.0-SNAPSHOT';
const cloudBuild = 100_286;

export const serverInfo: Handlers<Operations> = {
  getServerInfo({ world, profile, versions, links }) {
    const version = versionOf(profile);
    const cloud = versions.jira.has('cloud');
    const [major = 0, minor = 0, patch = 0] = numbersOf(version);
    return ok({
      baseUrl: links.base,
      ...(cloud && { displayUrl: links.base, displayUrlServicedeskHelpCenter: links.base }),
      version,
      versionNumbers: [major, minor, patch],
      deploymentType: cloud ? 'Cloud' : 'Server',
      // Data Center counts its builds after its version: 9.12.0 is 9120000.
      buildNumber: cloud ? cloudBuild : major * 1_000_000 + minor * 10_000 + patch,
      serverTime: timestamp(world.clock.now()),
      serverTitle: 'Jira',
      defaultLocale: { locale: 'en_US' },
      serverTimeZone: 'Etc/UTC',
    });
  },
};

function versionOf({ jira }: Profile): string {
  return jira.deployment === 'data-center' ? jira.version : cloudVersion;
}

function numbersOf(version: string): number[] {
  return version.split('-', 1).join('').split('.').map(Number);
}
