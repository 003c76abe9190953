import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const OUTPUT = join('dist', 'worker');

/** What would be uploaded. */
export interface WorkerBundle {
  /** The Worker's main module. */
  readonly script: string;
  readonly bytes: number;
  /** As Cloudflare counts it against its limit. */
  readonly compressedBytes: number;
}

/** Bundles the Worker as `wrangler deploy` would, into dist/worker, without a network. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  const options = { cwd: root, env: { ...process.env, ...OFFLINE, XDG_CONFIG_HOME: OFFLINE.WRANGLER_LOG_PATH } };
  await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', OUTPUT], options);
  const modules = readdirSync(join(root, OUTPUT)).filter((name) => !/\.map$|^README/.test(name));
  const texts = modules.map((name) => readFileSync(join(root, OUTPUT, name)));
  return {
    script: join(root, OUTPUT, 'worker.js'),
    bytes: sum(texts.map((text) => text.length)),
    compressedBytes: sum(texts.map((text) => gzipSync(text).length)),
  };
}

/** wrangler asks its maker for news and settings, and writes into the home folder, unless it is told not to. */
export const OFFLINE = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_PATH: join(root, 'node_modules', '.cache', 'wrangler'),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
