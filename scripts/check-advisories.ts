import { spawnSync } from 'node:child_process';

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly message?: string;
}

// `npm run advisories`: fails on a serious known weakness in a package that runs in production.
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', shell: false });
const audit: Audit = JSON.parse(stdout || '{}');

if (!audit.metadata) {
  console.log(`Not known: the registry does not answer about advisories (${audit.message ?? 'no answer'}).`);
} else {
  const { high = 0, critical = 0, total = 0 } = audit.metadata.vulnerabilities;
  console.log(`${total} known advisories in production packages, ${high + critical} of them high or critical`);
  if (high + critical > 0) process.exitCode = 1;
}
