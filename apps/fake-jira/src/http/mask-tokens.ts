const shownInstead = '***';

/**
 * An address without the tokens in its query. Protected Fields takes them there (000:23), and addresses end up in
 * journals, logs, links and messages: so nothing but the API itself, which reads the request, gets to see one. Any
 * parameter counts whose name begins with `token` or `access_token`, however it is written.
 *
 * @example maskTokens('/rest/x?token=secret&a=1') // '/rest/x?token=***&a=1'
 */
export function maskTokens(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return address;
  const query = address
    .slice(at + 1)
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return isToken(name) && pair.includes('=') ? `${name}=${shownInstead}` : pair;
    })
    .join('&');
  return `${address.slice(0, at)}?${query}`;
}

function isToken(name: string): boolean {
  return /^\W*(access[_-]?)?token/i.test(decoded(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
