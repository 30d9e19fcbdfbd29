/** The grades of evidence, from the strongest to the weakest: how a thing is known. `docs/evidence.md` explains them. */
export const evidences = ['documented', 'recorded', 'corroborated', 'inferred', 'assumed'] as const;

/** How a thing is known. */
export type Evidence = (typeof evidences)[number];
