/**
 * The first step of every npm script, and the only one that must run on any Node from 20 up: installs what
 * package-lock.json asks for when it is not there, makes what pages load when its sources changed, then runs the given
 * script on a Node that Parley can trust with time.
 *
 *     node scripts/bootstrap.mjs                        installs only
 *     node scripts/bootstrap.mjs scripts/start.ts …     installs, then runs the script with its arguments
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areAssetsFresh } from './are-assets-fresh.mjs';
import { chooseNode } from './choose-node.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function bootstrap() {
  await installWhatIsMissing(root);
  const node = chooseNode(root);
  if (!areAssetsFresh(root)) await run(node, 'scripts/compile-assets.ts', []);
  const [script, ...rest] = process.argv.slice(2);
  if (script) await run(node, script, rest);
}

/**
 * @param {string} node
 * @param {string} script
 * @param {string[]} rest
 */
function run(node, script, rest) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [script, ...rest], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal gives Ctrl-C to the script itself too: a second one would mean "at once".
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve(undefined);
    });
  });
}

/**
 * npm hands SIGTERM to the shell between us and it, which ends without a word to us: the script must not outlive it.
 *
 * @param {() => void} stop
 */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}

try {
  await bootstrap();
} catch (problem) {
  console.error(`\n${problem instanceof Error ? problem.message : problem}\n`);
  process.exitCode = 1;
}
