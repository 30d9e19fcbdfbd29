import type { PluginManagerOperations } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { HttpError } from '../../http/wire-error.js';

interface Plugin {
  readonly name: string;
  /** `null`: not installed. */
  readonly version: (profile: Profile) => string | null;
}

// The key of Customfield Editor is that of the vendor's page on licences; the other two are assumed, and so is the
// version of Protected Fields, whose document has none.
const known: Readonly<Record<string, Plugin>> = {
  jiracustomfieldeditorplugin: {
    name: 'Customfield Editor for Jira',
    version: ({ customfieldEditor }) => versionOf(customfieldEditor),
  },
  'extender-for-jira': { name: 'Extender for Jira', version: ({ extender }) => versionOf(extender) },
  'protected-fields': {
    name: 'Protected Fields for Jira',
    version: ({ protectedFields }) => (protectedFields ? '1.0' : null),
  },
};

/** One from before the first known version has to have a version too. */
function versionOf(version: string | null): string | null {
  return version === 'before' ? '1.0' : version;
}

export const plugins: Handlers<PluginManagerOperations> = {
  pluginsGetPlugin({ path, profile, links }) {
    const key = path.pluginKey.replace(/-key$/, '');
    const plugin = Object.hasOwn(known, key) ? known[key] : undefined;
    const version = plugin?.version(profile) ?? null;
    if (!plugin || version === null) throw new HttpError('app-not-installed', { pluginKey: key });
    return ok({
      enabled: true,
      links: { self: new URL(links.to(`/rest/plugins/1.0/${key}-key`)).pathname },
      key,
      name: plugin.name,
      version,
      userInstalled: true,
    });
  },
};
