import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of a key: AES with 256 bits. */
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** A text that is sealed: version, the key's fingerprint, then nonce, cipher text and tag. */
export const sealedForm = /^v1\.[0-9a-f]{16}\.[A-Za-z0-9_-]{38,}$/;

/** A sealed text cannot be opened. Says why, and nothing of what is in it. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

/**
 * Seals texts with the key of an installation, and opens them again. Sealing is authenticated encryption (AES-256-GCM)
 * with a random nonce each time: the one thing in a world that the same seed and clock do not make the same.
 *
 * @example
 * const vault = new Vault();
 * vault.open(vault.seal('42', 'customfield_10000 TEST-1'), 'customfield_10000 TEST-1'); // '42'
 */
export class Vault {
  readonly #key: Buffer;
  /** Tells keys apart, and tells nothing about them. */
  readonly fingerprint: string;

  /**
   * @param key - 64 hexadecimal digits; absent: a random key that nobody else has
   * @throws VaultError for anything else
   */
  constructor(key: string = randomBytes(keyLength).toString('hex')) {
    if (!/^[0-9a-f]{64}$/i.test(key)) throw new VaultError('a key has 64 hexadecimal digits (openssl rand -hex 32)');
    this.#key = Buffer.from(key, 'hex');
    this.fingerprint = createHash('sha256').update('fingerprint').update(this.#key).digest('hex').slice(0, 16);
  }

  /**
   * @param place - where the text belongs; it can be opened there only
   */
  seal(text: string, place: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${this.fingerprint}.${sealed.toString('base64url')}`;
  }

  /** @throws VaultError where the text is not sealed, with another key, for another place, or has been changed */
  open(sealed: string, place: string): string {
    if (!sealedForm.test(sealed)) throw new VaultError('it is no sealed text');
    const [, fingerprint, content = ''] = sealed.split('.');
    if (fingerprint !== this.fingerprint) throw new VaultError('it is sealed with another key');
    const bytes = Buffer.from(content, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagLength));
    try {
      return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new VaultError('it is sealed for another field or issue, or has been changed');
    }
  }
}

let ofProcess: Vault | undefined;

/** The vault of whoever names none: its key is random, and gone with the process. */
export function processVault(): Vault {
  return (ofProcess ??= new Vault());
}
