import { perProfile } from '@fake-jira/profile';

interface Plugin {
  readonly name: string;
  readonly version: string;
}

/** What the plugin manager of a profile knows: the apps that are installed, by key. */
export const behaviour = perProfile(({ customfieldEditor, extender, protectedFields }) => {
  const plugins = new Map<string, Plugin>();
  // The key of Customfield Editor is that of the vendor's page on licences; the other two are assumed, and so is the
  // version of Protected Fields, whose document has none.
  const add = (key: string, name: string, version: string | null) => {
    // One from before the first known version has to have a version too.
    if (version !== null) plugins.set(key, { name, version: version === 'before' ? '1.0' : version });
  };
  add('jiracustomfieldeditorplugin', 'Customfield Editor for Jira', customfieldEditor);
  add('extender-for-jira', 'Extender for Jira', extender);
  add('protected-fields', 'Protected Fields for Jira', protectedFields ? '1.0' : null);
  return { plugins };
});

export type PluginManagerBehaviour = ReturnType<typeof behaviour>;
