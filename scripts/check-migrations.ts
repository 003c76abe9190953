import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const migrations = join(root, 'db', 'migrations');
const rehearsal = join('node_modules', '.cache', 'parley', 'migrations'); // drizzle-kit takes relative folders only

// Generates migrations for db/schema.ts onto a copy of db/migrations: a current schema adds nothing to it.
const before = filesIn(migrations);
rmSync(join(root, rehearsal), { recursive: true, force: true });
if (before.length > 0) cpSync(migrations, join(root, rehearsal), { recursive: true });

const generate = ['generate', '--dialect=sqlite', '--schema=./db/schema.ts', `--out=${rehearsal}`];
const drizzleKit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
const result = spawnSync(process.execPath, [drizzleKit, ...generate], { cwd: root, encoding: 'utf8' });
const added = filesIn(join(root, rehearsal)).filter((file) => !before.includes(file));

if (result.status !== 0 || added.length > 0) {
  console.error(result.status === 0 ? `It would add ${added.join(', ')}.` : `${result.stdout}${result.stderr}`);
  console.error(
    'db/migrations does not bring a database to db/schema.ts; run `npm run migration` and commit the result.',
  );
  process.exitCode = 1;
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}
