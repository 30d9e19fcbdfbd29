/** What a look at a target has found about one thing. */
export interface Finding {
  /** What it is about: `address`, `clock`, `administrator`, … */
  readonly about: string;
  /** `wrong`: what was asked for will not work. `note`: it works, but not all of it, or not as one may think. */
  readonly state: 'good' | 'note' | 'wrong';
  /** What was found, in a sentence. */
  readonly says: string;
  /** What to do about it, in a sentence; empty where there is nothing to do. */
  readonly advice: string;
}

export const good = (about: string, says: string): Finding => ({ about, state: 'good', says, advice: '' });
export const note = (about: string, says: string, advice = ''): Finding => ({ about, state: 'note', says, advice });
export const wrong = (about: string, says: string, advice: string): Finding => ({
  about,
  state: 'wrong',
  says,
  advice,
});
