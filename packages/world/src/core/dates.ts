/** Whether a text is a day that exists, as `yyyy-MM-dd`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dateTime = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?( ?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Whether a text is a moment that exists: ISO 8601 with or without seconds and offset. */
export function isDateTime(text: string): boolean {
  const parts = dateTime.exec(text);
  return parts !== null && isDate(parts[1] as string);
}

/** The moment that {@link isDateTime} accepted; without an offset it is UTC. */
export function momentOf(text: string): number {
  const [, day, , , , , zone = 'Z'] = dateTime.exec(text) ?? [];
  const time = text.slice(11).replace(/ ?(Z|[+-]\d{2}:?\d{2})$/, '');
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return Date.parse(`${day}T${time}${offset}`);
}
