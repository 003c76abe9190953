import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Runs `npm ci` when node_modules does not hold what package-lock.json asks for. Two commands started together on a
 * fresh clone take turns, and the second finds the work done.
 *
 * @param {string} root the checkout
 */
export async function installWhatIsMissing(root) {
  if (isInstalled(root)) return;
  const release = await takeTurn(join(root, '.parley-install.lock'));
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    release();
  }
}

/**
 * npm leaves a lock file of what it installed as the last act of an install, so comparing the two tells of a missing, an
 * interrupted and an outdated install alike, and costs 5 ms. Optional packages may be absent (they are for other
 * platforms), except the pinned Node where it belongs.
 *
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, locked]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === locked.version : locked.optional === true && !isNodeForThisMachine(path);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** @param {string} path */
function isNodeForThisMachine(path) {
  return path === `node_modules/node-${process.platform}-${process.arch}`;
}

/** @param {string} root */
async function install(root) {
  console.error('Installing packages (once; about half a minute)…');
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawn('npm', options, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(null)));
  if (code !== 0) throw new Error('The packages could not be installed. See what npm says above, then run `npm ci`.');
}

/**
 * Creates the lock file, which only one process can, or waits for whoever holds it. A dead holder's lock is removed.
 *
 * @param {string} lock
 */
async function takeTurn(lock) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem;
      if (!isHolderAlive(lock)) rmSync(lock, { force: true });
    }
    await wait(500);
  }
}

/** @param {string} lock the file that holds its holder's process id */
function isHolderAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
