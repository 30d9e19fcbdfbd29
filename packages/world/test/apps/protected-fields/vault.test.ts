import { processVault, sealedForm, Vault, VaultError } from '../../../src/index.js';

const key = '0123456789abcdef'.repeat(4);

describe('A vault', () => {
  it('opens what it has sealed, whatever it is', () => {
    const vault = new Vault(key);
    for (const text of ['', 'x', 'é ✓ "quoted"\n', 'x'.repeat(100_000)]) {
      const sealed = vault.seal(text, 'here');
      expect(sealed).toMatch(sealedForm);
      expect(vault.open(sealed, 'here')).toBe(text);
    }
  });

  it('seals the same text differently each time, and shows nothing of it', () => {
    const vault = new Vault(key);
    const sealed = Array.from({ length: 50 }, () => vault.seal('a secret', 'here'));
    expect(new Set(sealed).size).toBe(50);
    for (const one of sealed)
      expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString()).not.toContain('secret');
  });

  it('with the same key opens what another one has sealed; with another key it says so', () => {
    const sealed = new Vault(key).seal('x', 'here');
    expect(new Vault(key.toUpperCase()).open(sealed, 'here')).toBe('x');
    expect(() => new Vault().open(sealed, 'here')).toThrow(new VaultError('it is sealed with another key'));
  });

  it('does not open what is for another place, or has been changed', () => {
    const vault = new Vault(key);
    const sealed = vault.seal('x', 'here');
    const shut = new VaultError('it is sealed for another field or issue, or has been changed');
    expect(() => vault.open(sealed, 'there')).toThrow(shut);
    const start = sealed.lastIndexOf('.') + 1;
    for (let at = start; at < sealed.length - 1; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(() => vault.open(changed, 'here')).toThrow(shut);
    }
  });

  it.each(['', 'x', 'v1.0123456789abcdef.', 'v2.0123456789abcdef.QUJD', 'v1.0123456789abcdef.QUJD'])(
    'does not take %j for something sealed',
    (text) => {
      expect(() => new Vault(key).open(text, 'here')).toThrow(new VaultError('it is no sealed text'));
    },
  );

  it('needs a key of 64 hexadecimal digits, or makes one', () => {
    for (const wrong of ['', 'x', key.slice(1), `${key}0`])
      expect(() => new Vault(wrong)).toThrow('64 hexadecimal digits');
    expect(new Vault().fingerprint).not.toBe(new Vault().fingerprint);
    expect(processVault()).toBe(processVault());
  });
});
