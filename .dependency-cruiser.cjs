/**
 * The layers: runtime → { web, effects, store } → app → domain. What each layer may reach is said once, in MAY_REACH;
 * everything else under the project's folders is refused. Type-only imports count.
 */
const MAY_REACH = {
  domain: [],
  app: ['src/domain'],
  store: ['src/domain', 'src/app', 'db'],
  effects: ['src/domain', 'src/app', 'templates'],
  web: ['src/domain', 'src/app'],
  runtime: ['src/domain', 'src/app', 'src/store', 'src/effects', 'src/web'],
};

const DOMAIN_PACKAGES = ['xstate', 'zod', '@marcbachmann/cel-js', 'temporal-polyfill'];
const OUR_FOLDERS = '^(src|db|templates|test|bench|scripts)/';
const FROM_NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const inside = (folders) => `^(${folders.join('|')})/`;
const packages = (names) => `node_modules/(${names.join('|')})(/|$)`;

const layers = Object.entries(MAY_REACH).map(([layer, below]) => ({
  name: `layers-${layer}`,
  comment: `src/${layer} may import only itself${below.length > 0 ? `, ${below.join(', ')}` : ''} of ours.`,
  severity: 'error',
  from: { path: inside([`src/${layer}`]) },
  to: { path: OUR_FOLDERS, pathNot: inside([`src/${layer}`, ...below]) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'layers-only',
      comment: `A file under src belongs to a layer: ${Object.keys(MAY_REACH).join(', ')}.`,
      severity: 'error',
      from: { path: '^src/', pathNot: inside(Object.keys(MAY_REACH).map((layer) => `src/${layer}`)) },
      to: {},
    },
    {
      name: 'layers-templates',
      comment: 'A template is markup over domain words: it may import only templates and src/domain.',
      severity: 'error',
      from: { path: '^templates/' },
      to: { path: OUR_FOLDERS, pathNot: inside(['templates', 'src/domain']) },
    },
    {
      name: 'layers-db',
      comment: 'The schema stands alone: db may import only db and src/domain.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: OUR_FOLDERS, pathNot: inside(['db', 'src/domain']) },
    },
    {
      name: 'domain-packages',
      comment: `The domain is pure: of npm it knows ${DOMAIN_PACKAGES.join(', ')}.`,
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: FROM_NPM, pathNot: packages(DOMAIN_PACKAGES) },
    },
    {
      name: 'core-without-node',
      comment: 'Domain and app also run on Cloudflare Workers: nothing of node:*.',
      severity: 'error',
      from: { path: '^src/(domain|app)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-without-frameworks',
      comment: 'Use cases know no web framework, no database driver, no mailer: they speak to ports.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: {
        path: packages([
          'hono',
          '@hono/[^/]+',
          'drizzle-orm',
          'drizzle-kit',
          'better-sqlite3',
          'react',
          'react-dom',
          '@react-email/[^/]+',
          'nodemailer',
          '@myriaddreamin/[^/]+',
        ]),
      },
    },
    {
      name: 'no-dev-packages',
      comment: 'What runs in production must be under dependencies.',
      severity: 'error',
      from: { path: '^(src|db|templates)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import must lead somewhere: in a file, or in what workerd and the bundle of the Worker hold.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudflare:|parley:shipped$)' },
    },
    {
      name: 'no-circular',
      comment: 'A circle has no first file to read. Split by meaning, or hand in as an argument.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: { path: '^(src|templates)/', pathNot: '\\.d\\.ts$', orphan: true },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
