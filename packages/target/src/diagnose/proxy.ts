import { isLoopback } from '../wire.js';
import { good, note, type Finding } from './finding.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Which proxy the way to an address goes through, by the variables that decide it. */
export function proxyFinding(url: string, environment: Environment): Finding {
  const { protocol, hostname, port } = new URL(url);
  const name = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const value = (one: string) => environment[one.toLowerCase()] || environment[one];
  const proxy = value(name) ?? (protocol === 'https:' ? value('HTTP_PROXY') : undefined);
  if (isLoopback(url)) return good('proxy', 'None: it is on this machine.');
  if (!proxy) return good('proxy', 'None: the environment names none for it.');
  if (isSpared(value('NO_PROXY') ?? '', hostname, port)) return good('proxy', 'None: NO_PROXY has its host.');
  return note('proxy', `${name} has requests go through ${withoutSecrets(proxy)}.`, 'NO_PROXY takes hosts out.');
}

/** As the client reads it: names with commas or spaces between them, `*` for all, also of what is below a name. */
function isSpared(list: string, hostname: string, port: string): boolean {
  return list
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', itsPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (entry === '*') return true;
      if (itsPort !== undefined && itsPort !== port) return false;
      return hostname === name || hostname.endsWith(`.${name}`);
    });
}

function withoutSecrets(proxy: string): string {
  if (!URL.canParse(proxy)) return 'what is no address';
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}
