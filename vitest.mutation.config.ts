import { defineConfig } from 'vitest/config';

/** The tests that mutants of the domain are held against: its own, which need neither a database nor a browser. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    // These hold the clock against the work; a mutant slows both.
    exclude: ['**/hostile*.test.ts', 'test/domain/definition/**'],
    setupFiles: 'Temporal' in globalThis ? [] : ['temporal-polyfill/global'],
    pool: 'threads',
    testTimeout: 60_000,
  },
});
