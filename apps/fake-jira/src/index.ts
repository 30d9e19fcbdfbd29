export { startFakeJira } from './server.js';
export type { FakeJira, FakeJiraOptions, FakeWorkspace } from './server.js';
export { createApp } from './app.js';
export type { AppOptions } from './app.js';
export type { JournalEntry } from './http/journal.js';
