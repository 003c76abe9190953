import { defineConfig } from 'vitest/config';

/** The tests that mutants of the domain are held against: its own, which need neither a database nor a browser. */
export default defineConfig({
  test: {
    // MUTATION_TESTS narrows them to a folder: what is tested there is soon known.
    include: [process.env.MUTATION_TESTS ?? 'test/domain/**/*.test.ts'],
    // Hostile input holds the clock against the work, and a mutant slows both; chance takes too long for each mutant.
    exclude: ['**/hostile*.test.ts', 'test/domain/definition/**', 'test/domain/decide/*.property.test.ts'],
    setupFiles: 'Temporal' in globalThis ? [] : ['temporal-polyfill/global'],
    pool: 'threads',
    testTimeout: 60_000,
  },
});
