/**
 * Puts custom fields into the trash.
 *
 * @param {{ url: string, authorization: string }} jira - base address and credentials
 * @param {(field: { id: string, name: string }) => boolean} choose
 * @returns {Promise<string[]>} names of the fields
 */
export async function trashFields({ url, authorization }, choose) {
  const call = async (method, path) => {
    const answer = await fetch(`${url}/rest/api/3${path}`, { method, headers: { Authorization: authorization } });
    if (!answer.ok) throw new Error(`${method} ${path}: Jira answered ${answer.status}.`);
    return answer.json();
  };
  const { values } = await call('GET', '/field/search?type=custom');
  const chosen = values.filter(choose);
  for (const { id } of chosen) await call('POST', `/field/${id}/trash`);
  return chosen.map(({ name }) => name);
}
