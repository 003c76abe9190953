import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const LAYERED = ['src', 'db', 'templates'].filter((folder) => existsSync(join(root, folder)));

/** Everything that is checked without running the program. The slowest stand first. */
const CHECKS: Record<string, readonly string[]> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
  'types in browsers': ['node_modules/typescript/bin/tsc', '-p', 'src/web/browser', '--pretty', 'false'],
  'dead code': ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  layers: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...LAYERED],
  style: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  migrations: ['scripts/check-migrations.ts'],
  'worker size': ['scripts/check-worker-size.ts'],
  'lock file': ['scripts/complete-lock-file.ts', '--check'],
  'workflow schema': ['scripts/write-workflow-schema.ts', '--check'],
};

/** What these say is worth reading also when all is well. */
const FIGURES = new Set(['worker size']);

interface Finding {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

const waiting = Object.entries(CHECKS);
const findings: Finding[] = [];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, takeChecks));

const failed = findings.filter((finding) => !finding.passed);
for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trim()}`);
console.log(`${findings.length - failed.length} checks passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function takeChecks(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const finding = await runCheck(...next);
    findings.push(finding);
    const words = finding.passed && FIGURES.has(finding.name) ? `: ${finding.output.trim()}` : '';
    console.log(`${finding.passed ? '✓' : '✗'} ${finding.name} (${finding.seconds.toFixed(1)} s)${words}`);
  }
}

function runCheck(name: string, command: readonly string[]): Promise<Finding> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout.on('data', (text) => output.push(String(text)));
  child.stderr.on('data', (text) => output.push(String(text)));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ name, passed: code === 0, output: output.join(''), seconds: (performance.now() - startedAt) / 1000 });
    });
  });
}
