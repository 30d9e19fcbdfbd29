/** Bytes that left the fake, and where. */
export interface Output {
  readonly from: string;
  readonly bytes: string;
}

/** How a text could be written down: as it is, in an address, in JSON, in HTML, as bytes in base64 or hexadecimal. */
export function formsOf(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    ...new Set([
      text,
      encodeURIComponent(text),
      encodeURI(text),
      new URLSearchParams({ a: text }).toString().slice(2),
      json,
      JSON.stringify(json).slice(1, -1),
      [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
      Buffer.from(text).toString('hex'),
      ...[0, 1, 2].flatMap((offset) => {
        const inner = base64Inside(text, offset);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
      }),
    ]),
  ];
}

/** The digits of base64 that a text makes wherever it stands in other bytes: those that it shares with them are off. */
function base64Inside(text: string, offset: number): string {
  const bytes = Buffer.from(text);
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return whole.slice(first, last);
}

/** Where one of the secrets can be read, in whatever form: `journal: token`. */
export function leaks(outputs: readonly Output[], secrets: Readonly<Record<string, string>>): string[] {
  const forms = Object.entries(secrets).flatMap(([name, text]) =>
    formsOf(text).map((form) => [name, form.toLowerCase()] as const),
  );
  const found = outputs.flatMap(({ from, bytes }) => {
    const lower = bytes.toLowerCase();
    return forms.filter(([, form]) => lower.includes(form)).map(([name]) => `${from}: ${name}`);
  });
  return [...new Set(found)];
}
