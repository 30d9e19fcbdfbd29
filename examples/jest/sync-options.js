/**
 * Adds to a select field the options of a list that it does not have yet.
 *
 * @param {{ url: string, authorization: string, field: string }} jira - base address, credentials, id of the field
 * @param {string[]} wanted
 * @returns {Promise<string[]>} what was added
 */
exports.syncOptions = async function syncOptions({ url, authorization, field }, wanted) {
  const call = async (method, path, body) => {
    const answer = await fetch(`${url}/rest/api/3/field/${field}${path}`, {
      method,
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: Jira answered ${answer.status}.`);
    return answer.json();
  };
  const context = (await call('GET', '/context')).values[0].id;
  const there = (await call('GET', `/context/${context}/option`)).values.map(({ value }) => value);
  const missing = wanted.filter((value) => !there.includes(value));
  if (missing.length > 0) {
    await call('POST', `/context/${context}/option`, { options: missing.map((value) => ({ value })) });
  }
  return missing;
};
