import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../scripts/bundle.ts';

const root = join(import.meta.dirname, '..');
const STARTS_WITHIN_MS = 60_000;

/** The program, as an operator runs it: a process of its own on a data folder of its own. */
export interface ServerProcess {
  /** What it printed that people should open. */
  readonly origin: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** All that it has printed. */
  output(): string;
  /** Sends a signal and answers how the process ended. */
  end(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
  /** Runs the command line beside it. */
  cli(...args: readonly string[]): Promise<Ended>;
  /** Ends the process, if it still runs, and removes the folder, if it was made for it. */
  clean(): Promise<void>;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let bundled: Promise<void> | undefined;

/** Bundles the programs once in this process; tests run what operators run. */
export function programs(): Promise<void> {
  bundled ??= bundle();
  return bundled;
}

/** Starts the server, in a demonstration on any free port unless `environment` says otherwise, and waits until it says that it is ready. */
export async function aServer(environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  await programs();
  const own = environment.PARLEY_DATA === undefined;
  const dataFolder = environment.PARLEY_DATA ?? join(mkdtempSync(join(tmpdir(), 'parley-server-')), 'data');
  const env = { ...surroundings(), PARLEY_MODE: 'demo', PORT: '0', ...environment, PARLEY_DATA: dataFolder };
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const origin = await readyAt(() => printed, exited);

  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const startedAt = performance.now();
    child.kill(signal);
    return { code: await exited, ms: performance.now() - startedAt };
  };
  return {
    origin,
    dataFolder,
    process: child,
    output: () => printed,
    end,
    cli: (...args) => runCli(args, { PARLEY_DATA: dataFolder }),
    async clean() {
      await end('SIGKILL');
      if (own) rmSync(join(dataFolder, '..'), { recursive: true, force: true });
    },
  };
}

async function readyAt(printed: () => string, exited: Promise<unknown>): Promise<string> {
  let hasEnded = false;
  void exited.then(() => {
    hasEnded = true;
  });
  const until = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < until && !hasEnded) {
    const origin = /(?:Open|serves) (https?:\/\/[^\s]+)/.exec(printed())?.[1];
    if (origin) return origin;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the server did not start:\n${printed()}`);
}

/** Runs the command line as a process of its own, to its end. */
export async function runCli(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  await programs();
  return new Promise((resolve) => {
    const env = { ...surroundings(), ...environment };
    execFile(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

/** What this machine is set to must not reach the program under test. */
function surroundings(): NodeJS.ProcessEnv {
  const { PARLEY_MODE, PARLEY_DATA, PARLEY_ORIGIN, SMTP_URL, CLAMD_URL, PORT, HOST, LOG_LEVEL, ...rest } = process.env;
  return rest;
}
