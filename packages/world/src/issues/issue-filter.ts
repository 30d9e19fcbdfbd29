import { idNumber } from '../core/ids.js';
import { findProject } from '../projects/projects.js';
import type { Root } from '../core/root.js';

const clause = /^\s*(\w+)\s*(?:=\s*([^\s(),=]+|"[^"]*"|'[^']*')|in\s*\(([^()]*)\))\s*$/i;

/**
 * The numbers of the issues that a query names, by number. It understands an empty query and `*` (all issues),
 * `project = KEY` or a project's id, `key = TEST-1` (also `issue`, `issueKey`, `id`), and `in (…)` for both.
 * A project or issue that does not exist matches nothing.
 *
 * @returns 'unsupported' for any other query
 */
export function issuesMatching(root: Root, jql: string): readonly number[] | 'unsupported' {
  const query = jql.trim();
  if (query === '' || query === '*') return [...root.issues.keys()];
  const parts = clause.exec(query);
  if (!parts) return 'unsupported';
  const [, name = '', single, list] = parts;
  const names = (single === undefined ? (list as string).split(',') : [single]).map(unquoted);
  if (names.includes('')) return 'unsupported';
  switch (name.toLowerCase()) {
    case 'project':
      return sorted(names.flatMap((project) => issuesOfProject(root, project)));
    case 'key':
    case 'issue':
    case 'issuekey':
    case 'id':
      return sorted(names.flatMap((issue) => issueNumber(root, issue) ?? []));
    default:
      return 'unsupported';
  }
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function sorted(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

function issuesOfProject(root: Root, idOrKey: string): number[] {
  const project = findProject(root, idOrKey) ?? findProject(root, idOrKey.toUpperCase());
  const issueIds: number[] = [];
  if (!project) return issueIds;
  for (const [projectId, issueId] of root.issuesOfProject.keys([project.id, 0])) {
    if (projectId !== project.id) break;
    issueIds.push(issueId);
  }
  return issueIds;
}

function issueNumber(root: Root, idOrKey: string): number | undefined {
  const id = root.issueIdsByKey.get(idOrKey.toUpperCase()) ?? idNumber(idOrKey);
  return root.issues.has(id) ? id : undefined;
}
