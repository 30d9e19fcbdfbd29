import { parseAllDocuments } from 'yaml';
import { blocksOf, isFounded, pages } from './blocks.js';
import { stageOf } from './stage.js';

/** What can be run; the others are read by people, or are parts of something. */
const runnable = ['sh', 'js', 'ts'];
/** What has to say who runs it, or why nobody does, because nothing here can. */
const foreign = ['java', 'python', 'go'];

describe.each(pages())('%s', (page) => {
  const blocks = blocksOf(page);

  it('says of each block that is not run here why, or which test runs it', () => {
    const silent = blocks.filter(({ language, note }) => foreign.includes(language) && note === undefined);
    const unfounded = blocks.filter(({ note }) => note !== undefined && !isFounded(note));
    expect([...silent, ...unfounded].map(({ line }) => `${page}:${line}`)).toEqual([]);
  });

  const run = blocks.filter(({ language, note }) => runnable.includes(language) && note === undefined);
  if (run.length > 0)
    it('has commands and programs that do what they say, one after the other', async () => {
      const stage = await stageOf();
      const failed: string[] = [];
      for (const block of run)
        await stage.run(block).catch((error: Error) => failed.push(`${page}:${block.line} ${error.message}`));
      await stage.end();
      expect(failed).toEqual([]);
    }, 120_000);

  const yaml = blocks.filter(({ language }) => language === 'yaml');
  if (yaml.length > 0)
    it('has YAML that can be read', () => {
      const broken = yaml.filter(({ code }) => parseAllDocuments(code).some(({ errors }) => errors.length > 0));
      expect(broken.map(({ line }) => `${page}:${line}`)).toEqual([]);
    });
});
