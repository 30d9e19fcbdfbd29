// Who may import whom. What is not allowed here is forbidden.
const arrows = {
  'packages/world': [],
  'packages/profile': [],
  'packages/openapi': ['packages/profile'],
  'packages/fixtures': ['packages/world', 'packages/openapi'],
  'packages/target': ['packages/profile', 'packages/openapi'],
  'packages/seeding': [
    'packages/target',
    'packages/fixtures',
    'packages/world',
    'packages/openapi',
    'packages/profile',
  ],
  'packages/contract': ['packages/target', 'packages/openapi', 'packages/profile'],
  'packages/traffic': [
    'packages/contract',
    'packages/fixtures',
    'packages/openapi',
    'packages/profile',
    'packages/world',
  ],
  'packages/mutants': ['apps/fake-jira', 'packages/contract', 'packages/openapi', 'packages/profile', 'packages/world'],
  'packages/bench': ['apps/fake-jira'],
  'apps/console': [],
  'apps/docs': ['packages/openapi', 'packages/profile'],
  'apps/fake-jira': [
    'packages/world',
    'packages/profile',
    'packages/openapi',
    'packages/fixtures',
    'packages/target',
    'packages/seeding',
    'packages/contract',
    'packages/traffic',
  ],
};

const rules = Object.entries(arrows).map(([from, to]) => ({
  name: `${from} imports only ${to.join(', ') || 'no other package'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(packages|apps)/', pathNot: [from, ...to].map((path) => `^${path}/`) },
}));

export default {
  forbidden: [
    ...rules,
    {
      name: 'no module needs itself, not even its types',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'the core of the world knows nothing else of it',
      severity: 'error',
      from: { path: '^packages/world/src/core/' },
      to: { path: '^packages/world/src/(?!core/)' },
    },
    {
      name: 'Jira knows no app, and nobody the checks',
      severity: 'error',
      from: { path: '^packages/world/src/(?!core/|apps/|checks/)[^/]+/' },
      to: { path: '^packages/world/src/(apps/|checks/|[^/]+$)' },
    },
    {
      name: 'apps of the world do not know each other, nor the checks',
      severity: 'error',
      from: { path: '^packages/world/src/apps/([^/]+)/' },
      to: { path: '^packages/world/src/(apps/(?!$1/)|checks/|[^/]+$)' },
    },
    {
      name: 'the world knows no HTTP',
      severity: 'error',
      from: { path: '^packages/(world|profile)/' },
      to: { path: '(^node:)?(http|https|net)$|node_modules/express' },
    },
    {
      name: 'only the command line asks targets',
      severity: 'error',
      from: { path: '^apps/fake-jira/src/(?!cli/)' },
      to: { path: '^packages/(contract|seeding|target|traffic)/' },
    },
    {
      name: 'only the command line exits and prints',
      severity: 'error',
      from: { path: '^apps/fake-jira/src/(?!cli/)' },
      to: { path: '^apps/fake-jira/src/cli/' },
    },
    {
      name: 'the four APIs do not know each other',
      severity: 'error',
      from: { path: '^apps/fake-jira/src/apis/([^/]+)/' },
      to: { path: '^apps/fake-jira/src/apis/', pathNot: '^apps/fake-jira/src/apis/$1/' },
    },
    {
      name: 'shared HTTP code knows no API',
      severity: 'error',
      from: { path: '^apps/fake-jira/src/http/' },
      to: { path: '^apps/fake-jira/src/apis/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: 'node_modules/(?!@fake-jira)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'types', 'import', 'default'] },
  },
};
