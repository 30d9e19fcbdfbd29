/** A text as HTML, with the part that was searched for in bold. */
export function inBold(text: string, part: string): string {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return escaped(text);
  const end = at + part.length;
  return `${escaped(text.slice(0, at))}<b>${escaped(text.slice(at, end))}</b>${escaped(text.slice(end))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
