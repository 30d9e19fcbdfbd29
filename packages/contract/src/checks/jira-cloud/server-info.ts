import { expect } from 'expect';
import { checksOf } from '../../check.js';

const { outcome, rule } = checksOf('jira-cloud', 'server-info');

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/;

export const serverInfo = [
  outcome(
    'getServerInfo',
    200,
    'with the address, the version and the clock',
    async (stage) => {
      const { body } = await stage.anonymous.ask('getServerInfo', 200);
      expect(body).toMatchObject({
        baseUrl: expect.stringMatching(/^https?:\/\//),
        version: expect.stringMatching(/^\d+\.\d+/),
        versionNumbers: [expect.any(Number), expect.any(Number), expect.any(Number)],
        buildNumber: expect.any(Number),
        serverTitle: expect.any(String),
      });
      if (body.serverTime !== undefined) expect(body.serverTime).toMatch(instant);
    },
    { readOnly: true },
  ),
  rule(
    'the kind of deployment is that of the profile',
    { evidence: 'corroborated', source: '003, Get Jira Instance Info', readOnly: true },
    async (stage) => {
      const { body } = await stage.admin.ask('getServerInfo', 200);
      // Where both stand side by side the fake says that it is Cloud.
      expect(body.deploymentType).toBe(stage.versions.jira.has('cloud') ? 'Cloud' : 'Server');
    },
  ),
];
