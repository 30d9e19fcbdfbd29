#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('fake-jira is not built yet. Run "npm run build" at the top of the repository, or "npm start".');
  process.exit(2);
}
await import(main.href);
