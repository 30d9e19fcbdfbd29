export { startFakeJira } from './server.js';
export type { FakeJira, FakeJiraOptions, FakeWorkspace } from './server.js';
export { createApp } from './app.js';
export type { AppOptions } from './app.js';
export type { JournalEntry } from './http/journal.js';
export { requestView } from './http/request-view.js';
export type { RequestView } from './http/request-view.js';
