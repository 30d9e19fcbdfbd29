import type { AppOption } from '@fake-jira/world';

/** An option of an app's select list, with its scopes (`IssueFieldOption`). */
export function renderAppOption({ id, value, properties, attributes, scope }: AppOption) {
  return {
    id,
    value,
    properties: { ...properties },
    config: {
      scope: {
        // Not those with attributes (the published example, create issue field option).
        projects: scope.projects.filter((project) => project.attributes.length === 0).map((project) => project.id),
        projects2: scope.projects.map((project) => ({ id: project.id, attributes: [...project.attributes] })),
        // Empty where it has none (the same example).
        ...(scope.global && { global: scope.global.length === 0 ? {} : { attributes: [...scope.global] } }),
      },
      attributes: [...attributes],
    },
  };
}
