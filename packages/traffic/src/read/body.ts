import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Message } from '../exchange.js';

/** What a body may have at most when it is no longer compressed: a small file can claim to be a huge one. */
export const largestBody = 256 * 1024 * 1024;

/** A body as a file has it. */
export interface SavedBody {
  readonly headers: Readonly<Record<string, string>>;
  /** As text, or as bytes that may still be compressed; undefined: none is shown. */
  readonly content: string | Uint8Array | undefined;
  /** Whether no content means that there was none. */
  readonly isComplete?: boolean;
}

/** A message with its body read: decompressed, decoded and parsed, as far as its headers and bytes allow. */
export function messageOf({ headers, content, isComplete = true }: SavedBody): {
  readonly message: Message;
  readonly notes: readonly string[];
} {
  if (content === undefined || content.length === 0)
    return { message: { headers, bodyIsKnown: isComplete }, notes: [] };
  const text = typeof content === 'string' ? { text: content, notes: [] } : textOf(content, headers);
  if ('problem' in text) return { message: { headers, bodyIsKnown: false }, notes: [text.problem] };
  return { message: { headers, body: parsed(text.text, headers), bodyIsKnown: true }, notes: text.notes };
}

type Read = { readonly text: string; readonly notes: readonly string[] } | { readonly problem: string };

function textOf(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Read {
  const type = headers['content-type'] ?? '';
  const opened = decompressed(bytes, headers['content-encoding'] ?? '');
  if ('problem' in opened) return opened;
  try {
    const text = new TextDecoder(charsetOf(type), { fatal: true }).decode(opened.bytes);
    return { text, notes: opened.notes };
  } catch {
    return { problem: `a body of ${opened.bytes.length} bytes is left out: it is no text${type && ` (${type})`}` };
  }
}

type Opened = { readonly bytes: Uint8Array; readonly notes: readonly string[] } | { readonly problem: string };

/** Files have bodies as they came over the wire, or decompressed beneath the old header: the bytes tell which. */
function decompressed(bytes: Uint8Array, encoding: string): Opened {
  const named = encoding.trim().toLowerCase();
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip && (named === '' || named === 'identity' || looksLikeText(bytes))) return { bytes, notes: [] };
  const limit = { maxOutputLength: largestBody };
  try {
    if (isGzip) return { bytes: gunzipSync(bytes, limit), notes: [] };
    if (named === 'br') return { bytes: brotliDecompressSync(bytes, limit), notes: [] };
    if (named === 'deflate') return { bytes: inflated(bytes, limit), notes: [] };
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'is too large' : 'is no such thing';
    return { problem: `a body is left out: it says that it is ${isGzip ? 'gzip' : named}, and ${why}` };
  }
  return { problem: `a body is left out: its encoding ${named} cannot be read` };
}

/** Some servers leave the frame away that the encoding has by its standard. */
function inflated(bytes: Uint8Array, limit: { readonly maxOutputLength: number }): Uint8Array {
  try {
    return inflateSync(bytes, limit);
  } catch {
    return inflateRawSync(bytes, limit);
  }
}

function looksLikeText(bytes: Uint8Array): boolean {
  const [first = 0] = bytes;
  // What a JSON text, a page or a plain sentence begins with.
  return first === 0x7b || first === 0x5b || first === 0x3c || first === 0x22;
}

function charsetOf(contentType: string): string {
  const named = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}

function parsed(text: string, headers: Readonly<Record<string, string>>): unknown {
  const type = headers['content-type'] ?? '';
  if (type !== '' && !/json/i.test(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
