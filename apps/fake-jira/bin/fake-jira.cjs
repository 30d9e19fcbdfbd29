#!/usr/bin/env node
'use strict';
// CommonJS, as the one file that it runs: Node takes its ES loader, and the compilation of what it loads, for two thirds
// of what a start takes otherwise.
const { existsSync } = require('node:fs');
const { bundle, program } = require('./program.cjs');

if (!existsSync(bundle)) {
  console.error('fake-jira is not built yet. Run "npm run build" at the top of the repository, or "npm start".');
  process.exit(2);
}
// Where an error comes from is told in the names of the sources.
if (process.env.FAKE_JIRA_DEBUG) process.setSourceMapsEnabled(true);
program().run();
