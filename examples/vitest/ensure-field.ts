/** Where a Jira is, and who asks. */
export interface Jira {
  readonly url: string;
  readonly authorization: string;
  /** Waits; by the real time unless a test gives something else. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const realTime = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

/** The id of the select field of that name, which is created where it is not there. */
export async function ensureField(jira: Jira, name: string): Promise<string> {
  const { values } = (await call(jira, 'GET', `/field/search?type=custom&query=${encodeURIComponent(name)}`)) as {
    values: readonly { id: string; name: string }[];
  };
  const found = values.find((field) => field.name === name);
  if (found) return found.id;
  const created = (await call(jira, 'POST', '/field', { name, type: select })) as { id: string };
  return created.id;
}

/** One request, again where Jira says that there were too many. */
async function call(jira: Jira, method: string, path: string, body?: unknown): Promise<unknown> {
  const { url, authorization, wait = realTime } = jira;
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(`${url}/rest/api/3${path}`, {
      method,
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return answer.json();
    if (answer.status !== 429 || attempt === 5) throw new Error(`${method} ${path}: Jira answered ${answer.status}.`);
    await wait(Number(answer.headers.get('Retry-After') ?? 1) * 1000);
  }
}
