import type { Calibration, OpenQuestion } from '@fake-jira/contract';

/** What a calibration could not find out, a text for each subject. */
export function openTexts({ listed, open }: Pick<Calibration, 'listed' | 'open'>): string[] {
  return [addressesText(listed), openText(open)].filter((text) => text !== '');
}

/** What the app's own Swagger says, and in both directions what it leaves unsaid: no error, and nothing in the profile. */
function addressesText(listed: Calibration['listed']): string {
  if (listed === undefined) return '';
  if ('reason' in listed) return `Addresses are those of the documents, for no Swagger was read: ${listed.reason}`;
  const { confirmed, addresses, unlisted, unknown } = listed;
  const moved = Object.entries(addresses).map(([id, address]) => `    ${id}: ${address}`);
  const section = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading, ...lines]);
  return [
    `The app's own Swagger confirms ${confirmed.length} addresses.`,
    ...section('  It has these elsewhere, and so has the profile:', moved),
    ...section(
      '  It does not list these:',
      unlisted.map((one) => `    ${one.operationId}: ${one.method} ${one.address}`),
    ),
    ...section(
      '  It lists these, which no document has:',
      unknown.map((one) => `    ${one.method} ${one.address}`),
    ),
  ].join('\n');
}

const headings: Readonly<Record<OpenQuestion['why'], string>> = {
  'no-difference': 'Without a difference in this Jira',
  unobservable: 'That no request can answer here',
  unanswered: 'Still open',
};

/** How many questions were answered, and what became of the others. */
export function countsText(answered: number, open: readonly OpenQuestion[]): string {
  const count = (kind: OpenQuestion['why']) => open.filter(({ why }) => why === kind).length;
  return (
    `${answered} questions answered; of the others ${count('no-difference')} make no difference here, ` +
    `${count('unobservable')} no request can answer, ${count('unanswered')} stay open`
  );
}

/** What stays open, with the default that the fake has for it, by the reason. */
function openText(open: readonly OpenQuestion[]): string {
  return (Object.keys(headings) as OpenQuestion['why'][])
    .flatMap((kind) => {
      const ofKind = open.filter(({ why }) => why === kind);
      const reasons = [...new Set(ofKind.map(({ reason }) => reason))];
      return reasons.length === 0
        ? []
        : [
            `${headings[kind]}:`,
            ...reasons.map((why) => `  ${why}\n${namesOf(ofKind.filter((one) => one.reason === why))}`),
          ];
    })
    .join('\n');
}

const namesOf = (open: readonly OpenQuestion[]) =>
  open.map((one) => `    ${one.question}: ${one.default} (default, ${one.evidence})`).join('\n');
