import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The checkout that the running file belongs to: the nearest folder above it with a package.json. It is the same answer
 * for the source and for the bundle in dist/, so `workflows/`, `db/migrations/` and the assets are found from either.
 * Only the runtime asks; it hands the paths on.
 */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json is missing above the program; run it from a checkout of Parley');
  return projectRoot(parent);
}
