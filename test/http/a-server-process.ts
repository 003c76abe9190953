import { readFileSync } from 'node:fs';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import { compose } from '../../src/runtime/compose.ts';
import { aServer, runCli } from '../a-server.ts';
import { aCaller } from './a-caller.ts';
import { diary } from './a-diary.ts';
import { aPerson, type Person } from './a-person.ts';

/** Somebody with an account, and a token that outlives the server. */
export interface Writer {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

/** Makes a data folder with the diary workflow and so many people who can write, before a server runs on it. */
export async function prepareFolder(path: string, writers: number): Promise<readonly Writer[]> {
  const parley = await compose({ path, origin: 'http://127.0.0.1', mode: 'production' });
  const { registry, ids, clock } = parley.ports;
  const at = clock.now();
  const json = JSON.stringify(diary);
  const emails = Array.from({ length: writers }, (_, index) => `writer${index}@people.example`);
  await registry.commit((tx) => {
    const row = { id: diary.id, version: 1, sha256: ids.hash(json), json, publishedBy: 'test', approvedBy: null };
    tx.insertVersion({ ...row, publishedAt: at, opensFrom: at });
    for (const email of emails) tx.insertUser({ id: ids.newId(), email, name: email, language: 'en', roles: [] }, at);
  });
  const found: Writer[] = [];
  for (const email of emails) {
    const issued = await issueToken(parley.ports, email);
    if (issued) found.push({ id: issued.user.id, email, token: issued.token });
  }
  await parley.close();
  return found;
}

/** A server as it runs in production: a process of its own, from the bundle. */
export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** What it printed so far. */
  readonly output: () => string;
  person(writer: Writer): Person;
  /** Bytes that the process holds in memory now, and the most it ever held. */
  memory(): { readonly now: number; readonly most: number };
  /** As when the power goes. */
  kill(): Promise<void>;
  /** As a service manager does it. */
  stop(): Promise<void>;
}

export async function startProcess(folder: string, environment: Record<string, string> = {}): Promise<ServerProcess> {
  const { process, output, end } = await aServer({
    PARLEY_MODE: 'production',
    PARLEY_ORIGIN: 'http://127.0.0.1',
    PARLEY_DATA: folder,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    ...environment,
  });
  const port = Number(/on port (\d+)/.exec(output())?.[1]);
  const origin = `http://127.0.0.1:${port}`;
  const pid = process.pid ?? 0;
  return {
    origin,
    port,
    pid,
    output,
    person: ({ token, id, email }) => aPerson(aCaller(origin, token), id, email),
    memory: () => memoryOf(pid),
    kill: async () => void (await end('SIGKILL')),
    stop: async () => void (await end()),
  };
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}

/** What `parley verify` finds wrong in a data folder; it may still be in use. */
export async function verify(folder: string): Promise<{ readonly code: number; readonly output: string }> {
  const { code, stdout, stderr } = await runCli(['verify'], { PARLEY_DATA: folder });
  return { code, output: stdout + stderr };
}
