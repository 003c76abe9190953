import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { configDefaults, defineConfig } from 'vitest/config';
import { areAssetsFresh } from './scripts/are-assets-fresh.mjs';
import { OFFLINE } from './scripts/bundle-worker.ts';
import { findChromium } from './scripts/find-chromium.ts';

// What wrangler and workerd ask of their maker's servers, they do not ask here.
Object.assign(process.env, OFFLINE);

// Also when vitest is run by itself.
if (!areAssetsFresh(import.meta.dirname)) await (await import('./scripts/compile-assets.ts')).compileAssets();

const EMPTY_OBJECT = {
  compatibilityDate: '2026-10-23',
  compatibilityFlags: ['nodejs_compat'],
  durableObjects: { OBJECTS: { className: 'EmptyObject', useSQLite: true } },
};

const chromium = findChromium();
if (!chromium) sayHowToGetChromium();

/** Where Temporal is not built in, the polyfill stands in. */
const temporal = 'Temporal' in globalThis ? [] : ['temporal-polyfill/global'];

/** What all projects have; two at a time in all, whatever their number. */
const common = { testTimeout: 30_000, hookTimeout: 60_000 };

/** Each of these makes its own world and changes nothing of the process: files share one, and what they import is read once. */
const SHARING = ['domain', 'golden', 'workflows', 'app', 'web', 'effects'].map(
  (folder) => `test/${folder}/**/*.test.{ts,tsx}`,
);

/** These hold the clock against the work: no other work in their process, and no counting of branches. */
const TIMED = 'test/domain/**/hostile*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        oxc: { jsx: { importSource: 'hono/jsx' } },
        test: {
          ...common,
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            ...configDefaults.exclude,
            ...SHARING,
            'test/workerd/**',
            'test/workers/**',
            ...(chromium ? [] : ['test/e2e/**']),
          ],
          env: chromium ? { CHROMIUM_PATH: chromium } : {},
          setupFiles: temporal,
          pool: 'forks',
        },
      },
      {
        oxc: { jsx: { importSource: 'hono/jsx' } },
        test: {
          ...common,
          name: 'node, sharing',
          include: SHARING,
          exclude: [...configDefaults.exclude, TIMED],
          setupFiles: temporal,
          pool: 'forks',
          isolate: false,
        },
      },
      {
        test: { ...common, name: 'node, timed', include: [TIMED], setupFiles: temporal, pool: 'forks' },
      },
      // The store, inside a Durable Object.
      {
        plugins: [cloudflareTest({ main: 'test/workerd/empty-object.ts', miniflare: EMPTY_OBJECT })],
        resolve: { alias: { 'parley:shipped': `${import.meta.dirname}/dist/worker-parts/shipped.mjs` } },
        test: {
          ...common,
          name: 'inside workerd',
          include: ['test/workerd/**/*.test.ts'],
          globalSetup: ['test/workerd/write-parts.ts'],
          setupFiles: ['temporal-polyfill/global'],
        },
      },
      // The Worker as it would be deployed, over the network.
      {
        oxc: { jsx: { importSource: 'hono/jsx' } },
        test: {
          ...common,
          name: 'workerd',
          include: ['test/workers/**/*.test.ts'],
          globalSetup: ['test/workers/build-worker.ts'],
          setupFiles: temporal,
          pool: 'forks',
          // What they test runs in processes of its own.
          isolate: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['**/*.d.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { 'src/domain/**': { branches: 95 } },
    },
  },
});

/** Browser tests are those in test/e2e. */
function sayHowToGetChromium(): void {
  process.stderr.write(
    'Chromium was not found. Get it with `apt-get install chromium` or `npx playwright-core install chromium`, ' +
      'or say where it is in CHROMIUM_PATH.\n',
  );
  if (process.env.REQUIRE_BROWSER === '1') process.exit(1);
  process.stderr.write('The browser tests (test/e2e) are left out.\n');
}
