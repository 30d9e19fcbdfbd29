import { effectiveSpec, bases, type CustomfieldEditorOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { swaggerOf } from './swagger.js';

export const app: Handlers<Pick<CustomfieldEditorOperations, 'editorGetHealth' | 'editorGetSwagger'>> = {
  // In which form, no document says.
  editorGetHealth: () => ok({ status: 'UP' }),

  editorGetSwagger({ profile }) {
    const [canonical] = bases('customfield-editor', profile);
    return ok(swaggerOf(effectiveSpec('customfield-editor', profile), canonical?.base ?? ''));
  },
};
