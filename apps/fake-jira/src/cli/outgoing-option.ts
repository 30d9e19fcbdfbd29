import { readGiven } from '../given/file.js';
import { needsOutgoing, outgoing, type Outgoing } from '../outgoing/outgoing.js';

/** The option of every command that reaches another server. */
export interface CaOption {
  readonly ca?: string;
}

/** How a command reaches other servers: as the environment and `--ca` say. */
export function outgoingOf({ ca }: CaOption): Outgoing {
  return outgoing({ ca: ca === undefined ? undefined : readGiven(ca), environment: process.env });
}

/** The same, where Node's own `fetch` would not do. */
export function otherOutgoingOf(option: CaOption): Outgoing | undefined {
  const isOther = needsOutgoing({ ca: option.ca, environment: process.env });
  return isOther ? outgoingOf(option) : undefined;
}
