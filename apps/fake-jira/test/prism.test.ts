import { startPrism, stopPrism } from './support/prism.js';

// `[10:00:00 AM] › [CLI] ℹ  info      GET …`: the level decides, not the words, which Prism partly makes up.
const harmless = /^\[[^\]]+\] › \[CLI\] \S+\s+(awaiting|info|start)\s/;

afterEach(stopPrism);

it('a mock server of others serves the spec of Jira’s Field API as it is, without a complaint', async () => {
  const { url, lines } = await startPrism('specs/jira-cloud.openapi.yaml');
  expect(lines.filter((line) => !harmless.test(line))).toEqual([]);
  const answer = await fetch(`${url}/rest/api/3/field`, { headers: { Authorization: 'Basic YWRtaW46YWRtaW4=' } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toContainEqual(expect.objectContaining({ id: 'summary', custom: false }));
}, 60_000);
