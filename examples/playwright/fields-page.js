import { createServer } from 'node:http';

const escaped = (text) => text.replace(/[<&]/g, (character) => (character === '<' ? '&lt;' : '&amp;'));

/**
 * A web application with one page: the custom fields of a Jira.
 *
 * @param {{ url: string, authorization: string }} jira - base address and credentials
 */
export function fieldsPage({ url, authorization }) {
  return createServer(async (request, response) => {
    const answer = await fetch(`${url}/rest/api/2/field`, { headers: { Authorization: authorization } });
    const fields = answer.ok ? (await answer.json()).filter(({ custom }) => custom) : [];
    const items = fields.map(({ name }) => `<li>${escaped(name)}</li>`).join('');
    const text = answer.ok ? `<ul>${items}</ul>` : '<p role="alert">Jira cannot be reached. Try again later.</p>';
    response.writeHead(answer.ok ? 200 : 502, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Fields</title><h1>Fields</h1>${text}`);
  });
}
