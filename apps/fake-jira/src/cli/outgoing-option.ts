import { readGiven } from '../given/file.js';
import { checkedCertificates, outgoing, type Outgoing } from '../outgoing/outgoing.js';

/** How a command that hands requests on reaches other servers: as the environment and `--ca` say. */
export function outgoingOf({ ca }: { readonly ca?: string | undefined }): Outgoing {
  return outgoing({ ca: ca === undefined ? undefined : readGiven(ca), environment: process.env });
}

/**
 * The certificates in the file of `--ca`.
 *
 * @throws UsageError where it cannot be read, or has none
 */
export function certificatesIn(file: string): string {
  return checkedCertificates(readGiven(file));
}
