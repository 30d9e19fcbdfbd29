/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/**
 * Whether a text has all words of a query, in any order; those in (escaped) quotes one after the other. A star stands
 * for the rest of a word, a question mark for one character.
 */
export function likenessOf(query: string): (texts: readonly string[]) => boolean {
  const phrases = [...query.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => wordsOf(phrase));
  const rest = query.replace(/"[^"]*"?/g, ' ').toLowerCase();
  const single = (rest.match(/[\p{L}\p{N}_*?]+/gu) ?? []).map(wordTest);
  const together = phrases.filter((phrase) => phrase.length > 0);
  return (texts) =>
    texts.some((text) => {
      const words = wordsOf(text);
      return single.every((test) => words.some(test)) && together.every((phrase) => hasPhrase(words, phrase));
    });
}

function wordTest(pattern: string): (word: string) => boolean {
  if (!/[*?]/.test(pattern)) return (word) => word === pattern;
  return (word) => fits(word, pattern);
}

/** Follows a pattern through a word without going back further than to the last star. */
function fits(word: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let from = 0;
  while (at < word.length) {
    if (pattern[place] === '*') {
      star = place++;
      from = at;
    } else if (pattern[place] === '?' || pattern[place] === word[at]) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}

function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, i) => words[at + i] === word));
}
