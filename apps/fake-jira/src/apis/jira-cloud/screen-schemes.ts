import { issueTypeScreenSchemes, projectsByScreenScheme, screenSchemes, type ScreenScheme } from '@fake-jira/world';
import { okPage, okPageWithoutSelf, type JiraHandlers } from './call.js';

export const screenSchemeHandlers = {
  getIssueTypeScreenSchemes: (call) =>
    okPage(named(issueTypeScreenSchemes(call.root), call.query.id), call, renderIssueTypeScheme),

  getIssueTypeScreenSchemeMappings: (call) =>
    okPage(named(issueTypeScreenSchemes(call.root), call.query.issueTypeScreenSchemeId), call, ({ id }) => ({
      issueTypeScreenSchemeId: String(id),
      issueTypeId: 'default',
      screenSchemeId: String(id),
    })),

  getIssueTypeScreenSchemeProjectAssociations: (call) =>
    okPageWithoutSelf(projectsByScreenScheme(call.root, call.query.projectId), call, ([scheme, projects]) => ({
      issueTypeScreenScheme: {
        ...renderIssueTypeScheme(scheme),
        // Recorded: which projects have it, is not told here.
        projects: { maxResults: 0, startAt: 0, total: 0, isLast: true, values: [] },
      },
      projectIds: projects.map(({ id }) => String(id)),
    })),

  getScreenSchemes: (call) =>
    okPage(named(screenSchemes(call.root), call.query.id), call, ({ id, name, description, screenId }) => ({
      id,
      name,
      description,
      screens: { default: screenId },
    })),
} satisfies Partial<JiraHandlers>;

function renderIssueTypeScheme({ id, name, description }: ScreenScheme) {
  return { id: String(id), name, description };
}

/** Those that are named by their ids; all where none is named. */
function named(all: readonly ScreenScheme[], ids: readonly number[] = []): readonly ScreenScheme[] {
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
