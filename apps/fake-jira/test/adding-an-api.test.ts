import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
const page = readFileSync(join(repository, 'docs/adding-an-api.md'), 'utf8');

/** What the page adds: a file with its content, or lines of one. */
const steps = [...page.matchAll(/^`([\w./-]+)`\n\n```(\w+)\n([^]*?)^```$/gm)].map(
  ([, path = '', language, text = '']) => ({
    path,
    text,
    isNew: language !== 'diff',
  }),
);

/** The sources of the repository without what is built of them, each package where the others find it. */
function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'fake-jira-api-'));
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@fake-jira'), { recursive: true });
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (name !== '@fake-jira') symlinkSync(join(repository, 'node_modules', name), join(modules, name));
  for (const name of ['profile', 'openapi', 'world', 'fixtures', 'target', 'contract', 'seeding']) {
    copyPackage(`packages/${name}`, copy);
    symlinkSync(join(copy, 'packages', name), join(modules, '@fake-jira', name));
  }
  copyPackage('apps/fake-jira', copy);
  for (const name of ['specs', 'package.json', 'tsconfig.json'])
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  return copy;
}

function copyPackage(path: string, copy: string): void {
  const [from, to] = [join(repository, path), join(copy, path)];
  for (const name of ['package.json', 'src', 'scripts'])
    if (readdirSync(from).includes(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  if (readdirSync(from).includes('node_modules')) symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
}

/** Puts the lines with a plus behind those that stand above them. */
function withLines(text: string, change: string): string {
  const lines = change.trimEnd().split('\n');
  return lines.reduce((changed, line, at) => {
    if (!line.startsWith('+')) return changed;
    const above = `${(lines[at - 1] ?? '').slice(1)}\n`;
    expect(changed).toContain(above);
    return changed.replace(above, `${above}${line.slice(1)}\n`);
  }, text);
}

describe('docs/adding-an-api.md', () => {
  let copy = '';

  beforeAll(() => {
    copy = copyOfRepository();
    for (const { path, text, isNew } of steps) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, isNew ? text : withLines(readFileSync(file, 'utf8'), text));
    }
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('touches, beside folders of the app itself, a line of two lists', () => {
    const own = steps.filter(({ path }) => path.includes('option-count'));
    const others = steps.filter(({ path }) => !path.includes('option-count'));
    expect(own.every(({ isNew }) => isNew)).toBe(true);
    expect(others.map(({ path }) => path)).toEqual([
      'apps/fake-jira/src/apis/all.ts',
      'packages/contract/src/checks/index.ts',
    ]);
  });

  // Generates and compiles everything anew: with `npm run test:all`.
  (whole ? it : it.skip)(
    'makes an app that the fake serves, and that its checks hold to its document',
    async () => {
      const run = (...parts: string[]) =>
        promisify(execFile)(process.execPath, ['--import', 'tsx', '--conditions=source', ...parts], { cwd: copy });
      await run('packages/openapi/scripts/generate.ts');
      const suite = ['contract', 'run', '--api', 'option-count', '--json', 'report.json'];
      await run('apps/fake-jira/src/cli/main.ts', ...suite);
      const { results } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8')) as {
        results: { verdict: string }[];
      };
      expect(results.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
    },
    180_000,
  );
});
