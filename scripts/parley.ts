import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist', 'cli.js');
const SOURCES = ['src', 'templates', 'db', 'package-lock.json'];

// `npm run -s parley -- <command>`: the command line, built first when the source is newer. It prints nothing of its own.
process.setSourceMapsEnabled(true);
if (isStale()) await bundle();
process.argv[1] = program;
await import(program);

function isStale(): boolean {
  if (!existsSync(program)) return true;
  const builtAt = statSync(program).mtimeMs;
  return SOURCES.map((source) => join(root, source)).some((source) => newestChange(source) > builtAt);
}

/** Folders count too: their time moves when a file in them is added or removed. */
function newestChange(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
