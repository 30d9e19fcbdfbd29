import type { ProtectedFieldsOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { behaviour, type ProtectedBehaviour } from './behaviour.js';
import { protectedDialect } from './dialect.js';
import { values } from './values.js';

/** The app Protected Fields. */
export const protectedFields = defineApi<ProtectedFieldsOperations, ProtectedBehaviour>({
  document: 'protected-fields',
  dialect: protectedDialect,
  behaviour,
  handlers: values,
});
