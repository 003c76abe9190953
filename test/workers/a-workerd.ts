import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { OPTIONS_FILE } from './build-worker.ts';
import type { WorkerdRun } from './run-workerd.ts';

/** The Worker in the local workerd: processes of their own on a folder of their own. */
export interface Workerd {
  readonly origin: string;
  /** All that was logged. */
  output(): string;
  /** The whole runtime, as when the power goes. */
  kill(): Promise<void>;
}

const WITHIN = { timeout: 20_000, interval: 20 };

export interface WorkerdSettings {
  /** Kept, where a test starts another on it. */
  readonly folder: string;
  /** Variables and secrets. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** 0 takes any free one. */
  readonly port?: number;
  /** Of the runtime's own process. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function aWorkerd({ folder, variables, port = 0, environment = {} }: WorkerdSettings): Promise<Workerd> {
  const run: WorkerdRun = { optionsFile: OPTIONS_FILE, folder, port, variables };
  const script = join(import.meta.dirname, 'run-workerd.ts');
  // A group of its own: workerd is a child of it, and ends with it.
  const child = spawn(process.execPath, [script, JSON.stringify(run)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
  const origin = await vi.waitUntil(() => child.exitCode ?? /^Open (\S+)$/m.exec(printed)?.[1], WITHIN);
  if (typeof origin === 'number') throw new Error(`workerd did not start:\n${printed}`);
  return { origin, output: () => printed, kill: () => killGroup(child) };
}

/** A folder for objects and files. */
export function aWorkerdFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-workerd-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function killGroup(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await exited;
  }
}
