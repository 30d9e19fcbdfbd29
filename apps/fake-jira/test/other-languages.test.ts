import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examples, ownFolder, plainEnvironment, run } from './support/packed.js';

const bin = fileURLToPath(new URL('../bin/fake-jira.cjs', import.meta.url));
const has = async (command: string, ...args: string[]) => (await run(command, args, examples)).code === 0;
const [python, java] = [await has('python3', '-m', 'pytest', '--version'), await has('javac', '-version')];

/** What is not installed here is said, not passed over. */
function where(there: boolean, what: string): typeof it {
  if (!there) process.stderr.write(`Skipped, as it is not installed: ${what}.\n`);
  return there ? it : it.skip;
}

describe('tests in other languages', () => {
  const folder = ownFolder('languages');
  const env = { ...plainEnvironment, FAKE_JIRA: `${process.execPath} ${bin}` };

  where(python, 'pytest')('examples/pytest starts the fake, has workspaces, and passes', async () => {
    const place = join(folder, 'pytest');
    cpSync(join(examples, 'pytest'), place, { recursive: true });
    const args = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'];
    expect(await run('python3', args, place, { env })).toMatchObject({
      code: 0,
      out: expect.stringContaining('4 passed') as string,
    });
    const inside = await run(process.execPath, [bin, 'exec', '--world', 'tiny', '--', 'python3', ...args], place);
    expect(inside).toMatchObject({ code: 0, out: expect.stringContaining('4 passed') as string });
  });

  where(java, 'a JDK')(
    'what examples/junit5 starts the fake with works; JUnit itself is not fetched here',
    async () => {
      const source = join(examples, 'junit5/src/test/java/example/FakeJira.java');
      writeFileSync(
        join(folder, 'Main.java'),
        `import example.FakeJira;
      class Main {
        public static void main(String[] arguments) throws Exception {
          try (FakeJira fake = FakeJira.start("--world", "tiny")) {
            FakeJira.Workspace jira = fake.workspace();
            jira.add("{\\"fields\\":[{\\"name\\":\\"Team\\",\\"type\\":\\"select\\"}]}");
            System.out.println(jira.control("GET", "world", null).contains("Team"));
            System.out.println(jira.requests("method=POST"));
          }
        }
      }`,
      );
      expect(await run('javac', ['-d', folder, source, join(folder, 'Main.java')], folder)).toMatchObject({ code: 0 });
      expect(await run('java', ['-cp', folder, 'Main'], folder, { env })).toMatchObject({
        out: 'true\n{"requests":[]}\n',
        code: 0,
      });
    },
  );
});
