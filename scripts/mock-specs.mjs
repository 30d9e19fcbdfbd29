// `npm run mock:specs`: serves the documents with `prism mock`, each on a port of its own. Only shapes, without state.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const firstPort = Number(process.argv[2] ?? 4010);
const apis = ['jira-cloud', 'customfield-editor', 'extender', 'protected-fields'];
const root = fileURLToPath(new URL('..', import.meta.url));
const prism = fileURLToPath(new URL('../node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url));

const children = apis.map((api, at) => {
  const port = String(firstPort + at);
  const child = spawn(process.execPath, [prism, 'mock', '--port', port, `specs/${api}.openapi.yaml`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(`${api.padEnd(20)}http://127.0.0.1:${port}`);
  return child;
});

function stop(code) {
  for (const child of children) child.kill();
  process.exitCode = code;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));
for (const child of children) child.once('exit', (code) => code && stop(code));
