/** Answers of real Jiras that somebody recorded, in a public repository. */
export interface RecordingSource {
  readonly deployment: 'cloud' | 'data-center' | 'both';
  /** When, as far as it is known, and from which version. */
  readonly seen: string;
  /** Repository and path. */
  readonly where: string;
  /**
   * `bytes`: as they were sent, the order of properties included. `transcript`: transcribed, cut down or sorted.
   * `texts`: statuses and sentences, without the bytes around them.
   */
  readonly keeps: 'bytes' | 'transcript' | 'texts';
}

/**
 * The recordings behind what is graded `recorded`, by the names that `x-source: { recording }` and the `source` of a
 * text give them.
 */
export const recordings = {
  'atlascode-wiremock': {
    deployment: 'cloud',
    seen: '2025',
    where: 'atlassian/atlascode, e2e/wiremock-mappings',
    keeps: 'bytes',
  },
  'defectdojo-vcr': {
    deployment: 'cloud',
    seen: '2024 to 2026',
    where: 'DefectDojo/django-DefectDojo, the cassettes of its tests',
    keeps: 'bytes',
  },
  'backlot-measured-cloud': {
    deployment: 'cloud',
    seen: 'September and October 2026',
    where: 'brekkylab/backlot, backlot/errors/atlassian.py',
    keeps: 'transcript',
  },
  'grimoirelab-elk': {
    deployment: 'both',
    seen: 'without dates',
    where: 'chaoss/grimoirelab-elk, tests/data/jira.json',
    keeps: 'transcript',
  },
  airbyte: {
    deployment: 'cloud',
    seen: '2023',
    where: 'airbytehq/airbyte, threads and expected records of its Jira source',
    keeps: 'transcript',
  },
  'jira-js-live': {
    deployment: 'cloud',
    seen: 'without a date',
    where: 'MrRefactoring/jira.js, its tests on a live site',
    keeps: 'texts',
  },
  'github-threads': {
    deployment: 'both',
    seen: 'each thread has its date',
    where: 'threads, comments and documents of many repositories on GitHub',
    keeps: 'texts',
  },
  'dc-apps-and-customfields': {
    deployment: 'data-center',
    seen: 'without dates',
    where: 'scripts of many repositories on GitHub that use Customfield Editor and /customFields',
    keeps: 'texts',
  },
  'php-jira-server': {
    deployment: 'data-center',
    seen: 'Server 8',
    where: 'lesstif/php-jira-rest-client, test-data/issue.json',
    keeps: 'bytes',
  },
  'jrjc-resources': {
    deployment: 'data-center',
    seen: 'Server 4.4 to 8.4',
    where: "Atlassian's JIRA REST Java Client, src/test/resources/json",
    keeps: 'transcript',
  },
  'jrjc-assertions': {
    deployment: 'data-center',
    seen: 'Server 5.0 to 8.4',
    where: "Atlassian's JIRA REST Java Client, its integration tests",
    keeps: 'texts',
  },
  'go-jira-apache': {
    deployment: 'data-center',
    seen: 'Server 6 and 7, about 2015',
    where: 'andygrunwald/go-jira, testing/mock-data',
    keeps: 'bytes',
  },
  'perceval-fiware': {
    deployment: 'data-center',
    seen: 'Server 6, 2016',
    where: 'chaoss/grimoirelab-perceval, tests/data/jira',
    keeps: 'bytes',
  },
  'jira-ruby-server': {
    deployment: 'data-center',
    seen: 'Server 5, 2011',
    where: 'sumoheavy/jira-ruby, spec/mock_responses',
    keeps: 'bytes',
  },
} as const satisfies Record<string, RecordingSource>;

/** The name of a recording. */
export type RecordingName = keyof typeof recordings;

/** Whether a text names a recording. */
export function isRecording(name: unknown): name is RecordingName {
  return typeof name === 'string' && Object.hasOwn(recordings, name);
}

/**
 * A source in words: a document's section, or a recording with what it is of.
 *
 * @param source an `x-source`
 * @returns an empty text where there is none
 * @example sourceText({ document: 'Jira Field API', section: 'Get Fields' }); // 'Jira Field API, Get Fields'
 */
export function sourceText(source: Readonly<Record<string, unknown>> | undefined): string {
  if (source === undefined) return '';
  const { document, recording, section } = source;
  const named = isRecording(recording)
    ? `${recording} (${recordings[recording].deployment === 'cloud' ? 'Cloud, ' : ''}${recordings[recording].seen})`
    : document;
  return [named, section].filter((part) => typeof part === 'string').join(', ');
}
