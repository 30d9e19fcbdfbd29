import { apps, perProfile, type AppKey } from '@fake-jira/profile';

interface Plugin {
  readonly name: string;
  readonly version: string;
}

/** What the plugin manager of a profile knows: the apps that are installed, by key. */
export const behaviour = perProfile((profile) => {
  const plugins = new Map<string, Plugin>();
  for (const [app, { pluginKey, name }] of Object.entries(apps)) {
    const installed = profile[app as AppKey];
    if (installed === null || installed === false) continue;
    // One from before the first known version has to have a version too, and so has an app without a list of them.
    const version = typeof installed === 'string' && installed !== 'before' ? installed : '1.0';
    plugins.set(pluginKey, { name: `${name} for Jira`, version });
  }
  return { plugins };
});

export type PluginManagerBehaviour = ReturnType<typeof behaviour>;
