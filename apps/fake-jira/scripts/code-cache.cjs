'use strict';
// Writes the code cache of the command line: starts the fake, asks it what a first client asks, and keeps what V8 has
// compiled for that.
const { rmSync, writeFileSync } = require('node:fs');
const { codeCache, program } = require('../bin/program.cjs');

rmSync(codeCache, { force: true });
const { script, run } = program();
process.argv = [process.argv[0], 'fake-jira', 'start', '--port', '0', '--log', 'json'];

const print = process.stdout.write.bind(process.stdout);
process.stdout.write = (line) => {
  const { event, url } = JSON.parse(line);
  if (event === 'ready') warmUp(url).then(finish, fail);
  return true;
};
run();

async function warmUp(url) {
  const headers = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  const answers = [
    await fetch(`${url}/rest/api/3/field`, { headers }),
    await fetch(`${url}/rest/api/3/field`, { method: 'POST', headers, body: JSON.stringify({ name: 'Warm', type }) }),
  ];
  const wrong = answers.find(({ ok }) => !ok);
  if (wrong) throw new Error(`${wrong.url} was answered with ${wrong.status}: ${await wrong.text()}`);
}

function finish() {
  writeFileSync(codeCache, script.createCachedData());
  process.exit(0);
}

function fail(error) {
  process.stdout.write = print;
  console.error(error);
  process.exit(1);
}
