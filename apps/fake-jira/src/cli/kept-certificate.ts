import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readGiven, systemReason } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';
import { isFor, ownCertificate, type Certificate } from '../tls/own-certificate.js';
import { namesOf, type Reached } from '../tls/tls-options.js';

/** The options of the command line that say with which certificate a fake listens. */
export interface TlsFlags {
  readonly tls?: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** A certificate, and where clients find what they have to trust. */
export interface FoundCertificate {
  readonly tls: Certificate;
  readonly file: string;
}

/**
 * The certificate to listen with: the given one, or one of the fake's own, which is kept below the folder where the fake
 * runs, so that clients trust it once and not at each start.
 *
 * @returns undefined where the fake listens without
 * @throws UsageError where only one half is given, or a file cannot be read or written
 */
export async function certificateFor(
  { tls, tlsCert, tlsKey }: TlsFlags,
  reached: Reached,
): Promise<FoundCertificate | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return tls ? keptCertificate(reached) : undefined;
  if (tlsCert === undefined) throw new UsageError('--tls-key needs the certificate too: --tls-cert FILE.');
  if (tlsKey === undefined) throw new UsageError('--tls-cert needs its key too: --tls-key FILE.');
  return { tls: { cert: readGiven(tlsCert), key: readGiven(tlsKey) }, file: resolve(tlsCert) };
}

async function keptCertificate(reached: Reached): Promise<FoundCertificate> {
  const folder = resolve('.fake-jira', 'tls');
  const [file, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = namesOf(reached);
  const kept = readKept(file, keyFile);
  if (kept && isFor(kept, names, Date.now())) return { tls: kept, file };
  const made = await ownCertificate(names, Date.now());
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, made.key, { mode: 0o600 });
    writeFileSync(file, made.cert);
  } catch (error) {
    throw new UsageError(`--tls keeps its certificate in ${folder}: ${systemReason(error) ?? String(error)}.`);
  }
  return { tls: made, file };
}

/** Undefined also where somebody has changed it: another one is made. */
function readKept(file: string, keyFile: string): Certificate | undefined {
  try {
    return { cert: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  } catch {
    return undefined;
  }
}
