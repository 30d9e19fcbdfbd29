import { Option, type Command } from 'commander';
import { requireTwin } from '../given/twin.js';
import { UsageError } from '../given/usage-error.js';

/** `--allowed-host` → `FAKE_JIRA_ALLOWED_HOST`. */
export function variableOf(option: string): string {
  return `FAKE_JIRA_${option.replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;
}

const off = ['', '0', 'false', 'no'];

/** The options of a fake that is started, each with its default; every one is a variable of the environment too. */
export function addStartOptions(command: Command, { port }: { readonly port: string }): Command {
  const option = (flags: string, description: string, initial?: string) => {
    const made = new Option(flags, description);
    if (initial !== undefined) made.default(initial);
    const variable = variableOf(made.long ?? '');
    // Of a switch Commander asks only whether there is a value.
    const isOff = made.isBoolean() && off.includes((process.env[variable] ?? '').toLowerCase());
    command.addOption(isOff ? made : made.env(variable));
  };
  option('--port <port>', 'port to listen on; 0 takes a free one', port);
  option('--host <address>', 'address to listen on', '127.0.0.1');
  option('--tls', 'listen with https, with a certificate of its own, which is kept in .fake-jira/tls');
  option('--tls-cert <file>', 'listen with https, with this certificate (PEM)');
  option('--tls-key <file>', 'the key of that certificate (PEM)');
  option('--allowed-host <name...>', 'answer requests for this host name too');
  option('--allow-webhooks-to <host...>', 'send webhooks to this host too; else only to this machine');
  option('--cors <origin...>', 'let web pages of this origin call the mirrored APIs, such as http://localhost:5173');
  option('--public-url <url>', 'what addresses in answers begin with, such as https://jira.example.com');
  option('--trust-proxy', 'take that from X-Forwarded-Proto and X-Forwarded-Host');
  option('--profile <name|file>', 'which Jira to be: a named profile (fake-jira profiles list) or a file', 'all');
  option(
    '--world <preset|file>',
    'what it holds: demo, tiny, team, enterprise, limits, hostile, or a world file',
    'demo',
  );
  option('--twin <directory>', 'the profile and the world of a twin (fake-jira twin), where neither is named');
  option('--watch', 'read the world file again when it changes');
  option('--seed <number>', 'seed of worlds that are made', '1');
  option('--control-token-file <file>', 'what callers of the control API have to know; needed off loopback');
  option('--workspace-idle <minutes>', 'forget a workspace that nobody used for so long; 0: never', '1440');
  option('--auth <mode>', 'strict: credentials count; any: everybody is the administrator', 'strict');
  option('--state <directory>', 'keep the world in this directory, and go on with it next time');
  option('--fallback <url>', 'ask this server what the fake has not: a real instance, a WireMock');
  option('--fallback-methods <method...>', 'what it is asked; by default only GET');
  option('--fallback-credentials', 'tell it what the client signs in with');
  option('--fallback-ca <file>', 'trust certificates of this authority (PEM) there');
  option('--validate <mode>', 'hold answers to the spec: off, warn (log what differs) or strict (answer 500)', 'off');
  option('--reports <directory>', 'show the reports of the contract suite in this folder in the console');
  option('--explain', 'say in the journal and the log how it is known what was answered');
  option('--log <format>', 'text or json', 'text');
  option('--quiet', 'log no request that was answered as the spec says');
  command.option(
    '--config <file>',
    'a file of these options; without it, fake-jira.config.yaml, .json, .js or .ts here',
  );
  command.configureOutput({
    // `start 3446` is no rare first try.
    outputError: (text, write) =>
      write(/^error: too many arguments/.test(text) ? `${text.trimEnd()} Options have a name: --port 3446.\n` : text),
  });
  command.hook('preAction', async () => {
    const { config } = command.opts<{ readonly config?: string }>();
    const { configFile } = await import('./config-file.js');
    configFile(command, config);
    const { twin } = command.opts<{ readonly twin?: string }>();
    if (twin === undefined) return;
    requireTwin('--twin', twin);
    for (const half of ['profile', 'world'])
      if (command.getOptionValueSource(half) === 'default') command.setOptionValueWithSource(half, twin, 'default');
  });
  return command;
}

/**
 * Says of an option that is wrong where it was given, if that is not the command line.
 */
export async function namingSources(command: Command, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const flag = optionMeant(command, error.message)?.long ?? '';
    const source = command.getOptionValueSource(
      command.options.find(({ long }) => long === flag)?.attributeName() ?? '',
    );
    if (source === 'env') throw new UsageError(`${variableOf(flag)} (environment): ${error.message}`);
    if (source === 'config') throw new UsageError(`In the configuration file: ${error.message}`);
    throw error;
  }
}

/** The option of which a message tells: by its name, or by the value that it was given. */
function optionMeant(command: Command, message: string): Option | undefined {
  const flag = /^--[a-z-]+/.exec(message)?.[0];
  if (flag !== undefined) return command.options.find(({ long }) => long === flag);
  return command.options.find((option) => {
    const name = option.attributeName();
    const value: unknown = command.getOptionValue(name);
    const isGiven = ['env', 'config'].includes(command.getOptionValueSource(name) ?? '');
    return isGiven && typeof value === 'string' && value.length > 1 && message.includes(value);
  });
}
