import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { issueToken } from '../src/app/auth/issue-token.ts';
import type { Desk } from '../src/app/ports/everywhere.ts';
import { openInDirectory } from '../src/app/registries/change-directory.ts';
import { deskOf } from '../src/app/registries/desk-of.ts';
import { directoryOf, keepDirectory } from '../src/app/registries/directory.ts';
import { HOME } from '../src/app/registry-of.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { compose, type Parley } from '../src/runtime/compose.ts';
import { dataFolder } from '../src/runtime/data-folder.ts';
import { projectRoot } from '../src/runtime/project-root.ts';
import { type AllRegistries, allRegistries } from '../src/runtime/registries/all-registries.ts';
import { makeRegistry } from '../src/runtime/registries/make-registry.ts';
import { importShipped } from '../src/runtime/shipped/import-shipped.ts';
import { benchProcess } from './a-process.ts';
import { aFolder } from './a-world.ts';

/** Someone with a token and cases of their own. */
export interface Client {
  readonly token: string;
  readonly cases: readonly string[];
}

/** A server in a process of its own, as in production, with people who can move cases. */
export interface BenchServer {
  readonly port: number;
  readonly clients: readonly Client[];
  stop(): Promise<void>;
}

/** Each may make 50 requests a second, as anyone: together they may make more than the server can answer. */
const CLIENTS = 256;
const CASES_EACH = 4;

/**
 * Starts `dist/main.js` on a data folder of its own.
 *
 * @param registries how many the tribunal has; the cases lie in all of them alike
 */
export async function aServer(registries = 1): Promise<BenchServer> {
  const folder = aFolder();
  const clients = await prepare(folder, registries);
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'main.js')], {
    env: {
      PARLEY_MODE: 'production',
      PARLEY_ORIGIN: 'http://127.0.0.1',
      PARLEY_DATA: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return {
    port: await portOf(child),
    clients,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      const port = /on port (\d+)\./.exec(String(chunk))?.[1];
      if (port) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function prepare(path: string, registries: number): Promise<Client[]> {
  const parley = await compose({ path, origin: 'http://127.0.0.1', mode: 'production' });
  await importShipped(parley.ports, 'production', () => {});
  await publish(parley.ports);
  const others = await openOthers(parley, path, registries - 1);
  const desks = [deskOf(HOME, parley.ports), ...others.others().map(({ desk }) => desk)];
  const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => aClient(parley.ports, desks, index)));
  await others.close();
  await parley.close();
  return clients;
}

/** Registries beside the first, each as an operator opens it. */
async function openOthers(parley: Parley, path: string, count: number): Promise<AllRegistries> {
  const folder = dataFolder(path);
  for (let number = 2; number <= count + 1; number += 1) {
    const id = `r${number}`;
    await makeRegistry(parley, folder, id);
    await parley.ports.registry.commit((tx) => {
      const opened = openInDirectory(directoryOf(tx), id, { at: parley.ports.clock.now(), beside: true });
      if ('directory' in opened) keepDirectory(tx, opened.directory);
    });
  }
  return allRegistries(parley, { folder });
}

async function publish({ registry, clock }: Parley['ports']): Promise<void> {
  const at = clock.now();
  const row = { id: 'bench', version: 1, sha256: '', json: JSON.stringify(benchProcess), approvedBy: null };
  await registry.commit((tx) => tx.insertVersion({ ...row, publishedAt: at, publishedBy: 'bench', opensFrom: at }));
}

async function aClient(ports: Parley['ports'], desks: readonly Desk[], index: number): Promise<Client> {
  const email = `client${index}@bench.example`;
  const user = { id: ports.ids.newId(), email, name: `Client ${index}`, language: 'en', roles: [] };
  await ports.registry.commit((tx) => tx.insertUser(user, ports.clock.now()));
  const issued = await issueToken(ports, email);
  const viewer = { kind: 'user', userId: user.id, email, name: user.name, language: 'en', roles: [] } as const;
  const parties = [
    { role: 'applicant', name: user.name, email },
    { role: 'respondent', name: `Respondent ${index}`, email: `respondent${index}@bench.example` },
  ];
  const cases: string[] = [];
  for (let count = 0; count < CASES_EACH; count += 1) {
    const desk = desks[(index + count) % desks.length] as Desk;
    const opened = await desk.openCase(viewer, { workflow: 'bench', parties });
    if (!opened || isRefusal(opened)) throw new Error(`could not open a case: ${JSON.stringify(opened)}`);
    cases.push(opened.id);
  }
  return { token: issued?.token ?? '', cases };
}
