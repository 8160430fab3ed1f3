// The import rules of docs/architecture.md as errors. Rooms and libs stand in rows; a row may import only rows below it.
const ROOM_ROWS = [
  ['tenants'],
  ['auth'],
  ['models'],
  ['documents'],
  ['classifiers', 'conversations', 'dispatch', 'pseudonyms', 'quality', 'splitting'],
  ['schemas', 'classification', 'queries'],
  ['fields', 'triage'],
  ['extraction'],
  ['golden', 'reviews'],
  ['lifecycle', 'sealing'],
  ['compliance'],
  ['analytics', 'webhooks', 'privacy', 'pipeline', 'health'],
];
const LIB_ROWS = [
  ['kernel'],
  ['config', 'observability', 'tenancy', 'text'],
  ['database', 'threads'],
  ['encryption'],
  ['storage', 'cache', 'queue'],
  ['http', 'llm', 'reading', 'privacy'],
];

const names = (rows) => rows.flat().join('|');

/** For each name: an import of anything in its own row or above is an error. */
const rowRules = (kind, base, rows) =>
  rows.flatMap((row, index) =>
    row.map((name) => {
      const forbidden = rows
        .slice(index)
        .flat()
        .filter((other) => other !== name);
      return {
        name: `${kind}-${name}-imports-only-below`,
        severity: 'error',
        from: { path: `^${base}/${name}/` },
        to: { path: `^${base}/(${forbidden.join('|') || 'nothing-above'})/` },
      };
    }),
  );

const onlyFrom = (name, packages, allowed) => ({
  name,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: allowed },
  to: { path: `node_modules/(${packages})(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies-in-production-code',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    ...rowRules('room', 'apps/api/src', ROOM_ROWS),
    ...rowRules('lib', 'libs', LIB_ROWS),
    {
      name: 'libs-know-no-rooms',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'rooms-through-index',
      comment: 'Another room is used through its index.ts; app.module may also take a worker module.',
      severity: 'error',
      from: { path: `^apps/api/src/([^/]+)/` },
      to: {
        path: `^apps/api/src/(${names(ROOM_ROWS)})/`,
        pathNot: ['^apps/api/src/$1/', '^apps/api/src/[^/]+/(index|model)\\.ts$'],
      },
    },
    {
      name: 'app-module-through-index',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+\\.ts$' },
      to: {
        path: `^apps/api/src/(${names(ROOM_ROWS)})/`,
        pathNot: ['/index\\.ts$', '\\.worker\\.module\\.ts$'],
      },
    },
    {
      name: 'libs-through-index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/(index|model)\\.ts$'] },
    },
    {
      name: 'libs-through-index-from-apps',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/(index|model)\\.ts$' },
    },
    {
      name: 'no-own-barrel',
      comment: 'index.ts is for others; inside the folder, files import each other directly.',
      severity: 'error',
      from: { path: '^(apps/api/src|libs)/([^/]+)/', pathNot: '^(apps/api/src|libs)/[^/]+/(src/)?index\\.ts$' },
      to: { path: '^$1/$2/(src/)?index\\.ts$' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/|\\.spec\\.ts$' },
    },
    {
      name: 'kernel-imports-no-package',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/(domain)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^(apps/api/src/[^/]+/(http|data|jobs|agents|registry)/|apps/api/src/[^/]+/[^/]+\\.(service|module|controller)\\.ts|libs/(?!kernel|text|(reading|privacy)/src/(index|model))|node_modules/(@nestjs|typeorm|pg|bull|redis|fastify))',
      },
    },
    {
      name: 'fields-is-pure',
      comment: 'The local engine runs in threads and scripts: no framework, no I/O in its whole room.',
      severity: 'error',
      from: { path: '^apps/api/src/fields/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^(libs/(?!kernel|text|reading/src/(index|model)|privacy/src/(index|model))|node_modules/(@nestjs|typeorm|pg|bull|redis|fastify))',
      },
    },
    {
      name: 'fields-takes-only-types-from-indexes',
      comment: 'An index loads its room with its framework; what the local engine computes with comes from model.ts.',
      severity: 'error',
      from: { path: '^apps/api/src/fields/', pathNot: '\\.(spec|builder)\\.ts$' },
      to: { path: '^apps/api/src/(?!fields/)[^/]+/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-only-to-service',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/(http|jobs)/', pathNot: 'spec\\.ts$' },
      to: { path: '^apps/api/src/[^/]+/data/' },
    },
    onlyFrom('openai-only-in-llm', 'openai|@anthropic-ai', '^libs/llm/'),
    onlyFrom('typeorm-only-in-data', 'typeorm|@nestjs/typeorm', '(^libs/database/|/data/)'),
    onlyFrom('bull-only-in-queue', 'bull|@nestjs/bull', '(^libs/queue/|/jobs/)'),
    onlyFrom('redis-only-in-libs', 'redis|@redis', '^libs/'),
    onlyFrom('pg-only-in-database', 'pg', '^libs/database/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
