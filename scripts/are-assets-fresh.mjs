import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Where the style sheet and the script of the pages are made from. */
const SOURCES = ['src/web/assets', 'src/web/browser'];
const MAKERS = ['scripts/compile-assets.ts', 'package-lock.json'];

/**
 * Where they are kept when they are made.
 *
 * @param {string} root the checkout
 */
export const compiledAssets = (root) => join(root, 'dist', 'compiled-assets.mjs');

/**
 * Whether what pages load is as new as its sources. Reads them all: about five milliseconds.
 *
 * @param {string} root the checkout
 */
export function areAssetsFresh(root) {
  return firstLine(compiledAssets(root)) === `// ${assetsKey(root)}`;
}

/**
 * A key of what they are made from: the same sources have the same key.
 *
 * @param {string} root the checkout
 */
export function assetsKey(root) {
  const hash = createHash('sha256');
  for (const file of [...SOURCES.flatMap((folder) => filesIn(root, folder)), ...MAKERS])
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 */
function filesIn(root, folder) {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** @param {string} file */
function firstLine(file) {
  try {
    const handle = openSync(file, 'r');
    const start = Buffer.alloc(67);
    readSync(handle, start);
    closeSync(handle);
    return start.toString();
  } catch {
    return '';
  }
}
