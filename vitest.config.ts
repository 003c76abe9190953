import { configDefaults, defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.ts';

const chromium = findChromium();
if (!chromium) sayHowToGetChromium();

export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/workerd/**', ...(chromium ? [] : ['test/e2e/**'])],
    env: chromium ? { CHROMIUM_PATH: chromium } : {},
    setupFiles: 'Temporal' in globalThis ? [] : ['temporal-polyfill/global'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/**'],
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
