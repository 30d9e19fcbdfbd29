/**
 * Finds all issues of a query in JQL, however many pages that takes.
 *
 * @param {{ url: string, authorization: string }} jira - base address and credentials
 * @param {string} jql
 * @param {string[]} fields - what to tell of an issue, such as `summary`
 * @returns {Promise<{ key: string, fields: Record<string, unknown> }[]>}
 */
export async function findIssues({ url, authorization }, jql, fields) {
  const found = [];
  let nextPageToken;
  do {
    const answer = await fetch(`${url}/rest/api/3/search/jql`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ jql, fields, maxResults: 50, nextPageToken }),
    });
    const page = await answer.json();
    if (!answer.ok) throw new Error(page.errorMessages.join(' '));
    found.push(...page.issues);
    ({ nextPageToken } = page);
  } while (nextPageToken);
  return found;
}
