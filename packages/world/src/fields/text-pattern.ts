/** Whether a text has a part; both in lower case. */
export type PartFinder = (text: string) => boolean;

/** Looks for a part as it stands. */
export function finds(part: string): PartFinder {
  return (text) => text.includes(part);
}

/**
 * Looks for a part in which `_` stands for any character, and `%` for any number of them, as databases have it. Pieces
 * between `%` are looked for one behind the other, each as early as it can be: no text makes it slow.
 */
export function findsPattern(pattern: string): PartFinder {
  const pieces = pattern.split('%').filter((piece) => piece !== '');
  return (text) => {
    let from = 0;
    for (const piece of pieces) {
      const at = placeOf(piece, text, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return true;
  };
}

function placeOf(piece: string, text: string, from: number): number {
  if (!piece.includes('_')) return text.indexOf(piece, from);
  for (let at = from; at <= text.length - piece.length; at += 1) if (standsAt(piece, text, at)) return at;
  return -1;
}

function standsAt(piece: string, text: string, at: number): boolean {
  for (let i = 0; i < piece.length; i += 1) if (piece[i] !== '_' && piece[i] !== text[at + i]) return false;
  return true;
}
