import { readFileSync } from 'node:fs';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';

/** What one run is given on its command line, as JSON. */
export interface WorkerdRun {
  readonly optionsFile: string;
  /** Where objects and files are kept. */
  readonly folder: string;
  readonly port: number;
  readonly variables: Readonly<Record<string, unknown>>;
}

// A process of its own, with workerd as its child: so that a test can kill both.
const { optionsFile, folder, port, variables } = JSON.parse(process.argv[2] ?? '') as WorkerdRun;
const options = JSON.parse(readFileSync(optionsFile, 'utf8'));
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    ...options,
    bindings: { ...options.bindings, ...variables },
    host: '127.0.0.1',
    port,
    resourcePersistencePath: folder,
    log: new Log(LogLevel.WARN),
    handleStructuredLogs: ({ message }) => void process.stderr.write(`${message}\n`),
  }),
);
const url = await miniflare.ready;
process.stdout.write(`Open ${url.origin}\n`);

// A test that broke off kills nobody: what it started ends with it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL');
}, 500);
