/**
 * Prints "<passed> <failed>" for a report of vitest's JSON reporter.
 *
 *     node scripts/count-tests.mjs reports/tests.json <vitest's exit code>
 *
 * A file that could not be loaded has no tests and counts as one failure; so does a run that ended badly in another way
 * (no report, an error outside any test): nothing red may look green.
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ status: string, assertionResults: unknown[] }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileReport[] }} Report */

const [file = '', code = '0'] = process.argv.slice(2);
const { numPassedTests, numFailedTests, testResults } = readReport();
const notLoaded = testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0);
const failed = numFailedTests + notLoaded.length;
console.log(`${numPassedTests} ${failed === 0 && code !== '0' ? 1 : failed}`);

/** @returns {Report} */
function readReport() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${file} is missing: vitest ended before it could report`);
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}
