import { asAdministrator } from './subjects/own.js';
import type { Running } from './subjects/subject.js';

/** Asks the fake once, and gives the bytes of its answer to a floor, which answers them to everything from then on. */
export async function prepare(floor: Running, fake: Running, path: string): Promise<string> {
  const response = await fetch(fake.url + path, { headers: asAdministrator });
  const body = await response.text();
  if (!response.ok)
    throw new Error(`${fake.subject.name} answers ${response.status} at ${path}: ${body.slice(0, 300)}`);
  await answering(floor, { status: 200, contentType: response.headers.get('content-type') ?? '', body });
  return body;
}

/** Tells a floor what to answer. */
export async function answering(
  floor: Running,
  prepared: { readonly status: number; readonly contentType: string; readonly body: string },
): Promise<void> {
  const { ok, status } = await fetch(`${floor.url}/__prepared`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(prepared),
  });
  if (!ok) throw new Error(`${floor.subject.name} did not take what it is to answer: ${status}.`);
}
