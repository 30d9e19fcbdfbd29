/** What stands in the place of a secret. */
export const mask = '***';

const secretName = /pass(?:word|phrase|wd)|token|secret|authorization|credential|api[-_]?key|cookie/i;

/** Whether what a parameter or a property of this name holds is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** An address with the values of secret query parameters masked. */
export function maskedAddress(address: string): string {
  const query = address.indexOf('?');
  // A name in which nothing is encoded is found, or not, in the whole of them.
  if (query < 0 || (!address.includes('%', query) && !isSecretName(address.slice(query)))) return address;
  return `${address.slice(0, query)}?${address
    .slice(query + 1)
    .split('&')
    .map(maskedParameter)
    .join('&')}`;
}

/** Some servers take a semicolon for an ampersand: what is a secret to one of them is none to be shown. */
function maskedParameter(parameter: string): string {
  let start = 0;
  for (const part of parameter.split(';')) {
    const [name = ''] = part.split('=', 1);
    if (part.length > name.length && isSecretName(decoded(name))) return `${parameter.slice(0, start)}${name}=${mask}`;
    start += part.length + 1;
  }
  return parameter;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
