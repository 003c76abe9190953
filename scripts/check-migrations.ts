import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const migrations = join(root, 'db', 'migrations');
const rehearsal = join('node_modules', '.cache', 'parley', 'migrations'); // drizzle-kit takes relative folders only

// Generates migrations for db/schema onto a copy of db/migrations: a current schema has nothing to add.
rmSync(join(root, rehearsal), { recursive: true, force: true });
if (existsSync(migrations)) cpSync(migrations, join(root, rehearsal), { recursive: true });

const generate = ['generate', '--dialect=sqlite', '--schema=./db/schema/*.ts', `--out=${rehearsal}`];
const drizzleKit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
const { stdout, stderr } = spawnSync(process.execPath, [drizzleKit, ...generate], { cwd: root, encoding: 'utf8' });

// Its exit code says nothing: a renamed column, which it would ask about, ends with 0 as well.
if (!stdout.includes('No schema changes')) {
  console.error(`${stdout}${stderr}`.trim());
  console.error('db/migrations does not bring a database to db/schema; run `npm run migration` and commit the result.');
  process.exitCode = 1;
}
