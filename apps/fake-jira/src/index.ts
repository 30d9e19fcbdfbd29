export { ControlTokenMissing, startFakeJira } from './server.js';
export type { FakeJiraOptions } from './server.js';
export type { Answer, FakeClock, FakeFaults, FakeJira, FakeWebhooks, FakeWorkspace, Place } from './fake-jira.js';
export type { DeliveryAttempt, DeliveryState, WebhookDelivery } from './webhooks/delivery.js';
export type { FakeWebhook, NewFakeWebhook } from './webhooks/shown.js';
export { connectFakeJira } from './connect/connect-fake-jira.js';
export type { ConnectOptions } from './connect/connect-fake-jira.js';
export { RefusedByFake } from './connect/control-client.js';
export { createApp } from './app.js';
export type { AppOptions } from './app.js';
export type { Fallback } from './fallback/fallback.js';
export type { Fault, FaultCondition, FaultEffect, FixedResponse, NewFault } from './http/faults.js';
export type {
  NewProtectedFieldToken,
  ProtectedFieldToken,
  SettingsChange,
  WorkspaceSettings,
} from './http/settings.js';
export { requestView } from './http/request-view.js';
export type { RequestView } from './http/request-view.js';
export type { Journal, JournalEntry } from './http/journal.js';
export type { RequestFilter } from './http/request-filter.js';
export type { World } from '@fake-jira/world';
export { http } from './handlers.js';
export type { Handler, HandlerInfo, MswHandler, OwnHandler, Resolver } from './handlers.js';
