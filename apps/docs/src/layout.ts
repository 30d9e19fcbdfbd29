import type { Page } from './pages.js';

/** What belongs together in the list of pages; what is in none is in the last one. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ['Begin', ['index', 'installing', 'command-line', 'testing', 'client', 'other-languages', 'ci', 'console']],
  ['Worlds', ['world-files', 'presets', 'workspaces', 'state', 'seeding', 'twin']],
  ['Behaviour', ['profiles', 'faults', 'control-api', 'issues', 'jql', 'protected-fields', 'webhooks', 'evidence']],
  ['Verification', ['contract', 'recordings', 'calibration', 'traffic', 'version-history']],
];

/** A whole page: its text between the list of all pages and the search. */
export function layout(page: Page, all: readonly Page[]): string {
  const up = '../'.repeat(page.name.split('/').length - 1);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} · fake-jira</title>
<link rel="stylesheet" href="${up}site.css">
</head>
<body data-up="${up}">
<header>
<a href="${up}index.html">fake-jira</a>
<input id="search" type="search" placeholder="Search" aria-label="Search" autocomplete="off">
<ol id="found" hidden></ol>
</header>
<nav aria-label="Pages">${navigation(page, all, up)}</nav>
<main>${page.html}</main>
<script src="${up}search-index.js"></script>
<script src="${up}search.js"></script>
</body>
</html>
`;
}

function navigation(page: Page, all: readonly Page[], up: string): string {
  const named = new Set(groups.flatMap(([, names]) => names));
  const isReference = ({ name }: Page) => name.startsWith('reference/');
  const lists: [string, readonly Page[]][] = [
    ...groups.map(([title, names]): [string, Page[]] => [
      title,
      names.flatMap((name) => all.filter((one) => one.name === name)),
    ]),
    ['Reference', all.filter(isReference)],
    ['More', all.filter((one) => !named.has(one.name) && !isReference(one))],
  ];
  return lists
    .map(([title, pages]) => {
      const links = pages.map((one) => {
        const here = one === page ? ' aria-current="page"' : '';
        const text = one.title.replace(/^Reference: /, '');
        return `<li><a href="${up}${one.name}.html"${here}>${escaped(text)}</a></li>`;
      });
      return `<h2>${title}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
