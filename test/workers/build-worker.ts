import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { bundleWorker } from '../../scripts/bundle-worker.ts';

const root = join(import.meta.dirname, '../..');
/** What `run-workerd.ts` gives to workerd: the bindings of wrangler.toml, and the bundle. */
export const OPTIONS_FILE = join(root, 'dist', 'worker-options.json');

/** Once before the tests: the Worker as it would be deployed. */
export async function setup(): Promise<void> {
  const { script } = await bundleWorker();
  const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml')).workerOptions;
  mkdirSync(dirname(OPTIONS_FILE), { recursive: true });
  writeFileSync(OPTIONS_FILE, JSON.stringify({ ...options, name: 'parley', modules: true, scriptPath: script }));
}
