/**
 * The apps that a Jira can have, by their keys in a profile: an entry for each.
 *
 * The order of a list of versions is that of the app's own document, and the order of time. It is data and not
 * computed, because Extender's 1.65 stands between 1.6 and 1.7.2 in its document and no rule for version numbers puts it
 * there. An app without a list has no versions that differ.
 *
 * The plugin key of Customfield Editor is corroborated (the vendor's page on licences shows it); those of the others are
 * assumed.
 */
export const apps = {
  customfieldEditor: {
    name: 'Customfield Editor',
    document: 'customfield-editor',
    pluginKey: 'jiracustomfieldeditorplugin',
    versions: ['1.1', '1.2', '1.2.1', '1.3', '1.5', '1.8', '2.0', '2.4', '2.5.4', '2.8', '2.10', '2.11', '2.15', '3.0'],
  },
  extender: {
    name: 'Extender',
    document: 'extender',
    pluginKey: 'extender-for-jira',
    versions: ['1.1.1', '1.5', '1.6', '1.65', '1.7.2', '1.7.3', '2.20', '4.2', '4.4', '4.8', '4.17', '5.4', '5.6'],
  },
  protectedFields: { name: 'Protected Fields', document: 'protected-fields', pluginKey: 'protected-fields' },
} as const;

/** The key of an app in a profile. */
export type AppKey = keyof typeof apps;

/** The key of the app with a document of `specs/`; undefined where that is of Jira, or of the fake. */
export function appWithDocument(document: string): AppKey | undefined {
  return (Object.keys(apps) as AppKey[]).find((key) => apps[key].document === document);
}

/** The apps whose behaviour changes with their version, each with its versions. */
export const appVersions = {
  customfieldEditor: apps.customfieldEditor.versions,
  extender: apps.extender.versions,
} as const;

/** An app with a list of versions, by its key in a profile. */
export type VersionedApp = keyof typeof appVersions;

/** What has versions: an app, Data Center (`jira`), and Cloud, whose versions are months. */
export type Versioned = VersionedApp | 'jira' | 'cloud';

/** A version that the app's document names. */
export type VersionOf<App extends VersionedApp> = (typeof appVersions)[App][number];

/** Where an installed version stands: at an entry of the list, or before the first one. */
export type PlaceOf<App extends VersionedApp> = VersionOf<App> | 'before';

/** The newest version that the app's document names. */
export function newestVersion<App extends VersionedApp>(app: App): VersionOf<App> {
  const list: readonly VersionOf<App>[] = appVersions[app];
  return list.at(-1)!;
}

/** Whether a text can be read as a version: numbers with dots between them. */
export function isVersionText(text: string): boolean {
  return /^\d+(\.\d+)*$/.test(text);
}

/**
 * Compares two versions number by number; a missing part counts as 0.
 *
 * @returns negative, 0 or positive, as a sort function does
 * @example compareVersions('2.10', '2.8'); // > 0
 */
export function compareVersions(left: string, right: string): number {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

// Only for placing versions that the lists do not name. Read part by part, 1.65 would come after 1.7.3 and pull every
// 1.7.x to the wrong side of it; read as 1.6.5, which it most likely meant, the whole list ascends and a foreign
// version has one place. What the list itself says about 1.65 does not depend on this.
const readAs: Readonly<Record<string, string>> = { '1.65': '1.6.5' };

/**
 * The place of an installed version in the app's list: the entry itself, or for a version that the list does not name
 * the entry before it, or `'before'` for one older than all of them.
 *
 * @throws {RangeError} when the text is no version
 * @example placeVersion('customfieldEditor', '2.7'); // '2.5.4'
 * @example placeVersion('extender', '4.16'); // '4.8'
 */
export function placeVersion<App extends VersionedApp>(app: App, version: string): PlaceOf<App> {
  const list: readonly VersionOf<App>[] = appVersions[app];
  const named = list.find((entry) => entry === version);
  if (named !== undefined || version === 'before') return named ?? 'before';
  if (!isVersionText(version)) {
    throw new RangeError(
      `"${version}" is no version of ${app}: write numbers with dots, such as "${list.at(-1)}", or "before"`,
    );
  }
  return list.findLast((entry) => compareVersions(readAs[entry] ?? entry, version) <= 0) ?? 'before';
}

/** The rank of a place in the app's list; -1 for `'before'`. */
export function rankOf<App extends VersionedApp>(app: App, place: PlaceOf<App>): number {
  return (appVersions[app] as readonly string[]).indexOf(place);
}
