import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/runtime/project-root.ts';
import { operatorClient } from '../src/runtime/remote/operator-client.ts';
import { OPTIONS_FILE, setup } from '../test/workers/build-worker.ts';
import type { WorkerdRun } from '../test/workers/run-workerd.ts';
import { type Measured, measure } from './measure.ts';

const OPERATOR_SECRET = 'a-bench-secret-'.repeat(3);
const EMAIL = 'applicant@bench.example';
const CASES = 32;

/** A load on a Worker of so many registries, each an object of the local runtime. */
export interface WorkerLoad {
  readonly reads: Measured;
  /** Each puts a message into a case, and a letter into the outbox. */
  readonly messages: Measured;
}

/**
 * Reads of cases and messages into them, over HTTP, in cases that lie in so many registries alike. The local runtime has
 * one thread for all objects; Cloudflare has one for each.
 */
export async function workerLoad(registries: number, concurrent: number, milliseconds: number): Promise<WorkerLoad> {
  await setup();
  const folder = mkdtempSync(join(projectRoot(), 'data-bench-'));
  const { origin, stop } = await aRuntime(folder);
  try {
    const [ask, askAsRegistrar] = await prepare(origin, registries);
    const cases = await Promise.all(Array.from({ length: CASES }, () => openCase(ask, askAsRegistrar)));
    const of = (turn: number) => cases[turn % cases.length] ?? '';
    const reads = await measure(concurrent, milliseconds, (turn) => ask('GET', `/cases/${of(turn)}`));
    const message = { type: 'WRITE_TO_TRIBUNAL', data: { message: 'The photos of that day show it.' } };
    const messages = await measure(concurrent, milliseconds, (turn) =>
      ask('POST', `/cases/${of(turn)}/events`, message),
    );
    return { reads, messages };
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function aRuntime(folder: string) {
  const variables = { PARLEY_MODE: 'demo', LOG_LEVEL: 'silent', OPERATOR_SECRET };
  const run: WorkerdRun = { optionsFile: OPTIONS_FILE, folder, port: 0, variables };
  const script = join(projectRoot(), 'test/workers/run-workerd.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(run)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const opened = /^Open (\S+)$/m.exec(String(text))?.[1];
      if (opened) resolve(opened);
    });
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
  });
  return {
    origin,
    async stop() {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
  };
}

/** Opens the registries beside home, and lets an applicant and a registrar in. */
async function prepare(origin: string, registries: number): Promise<readonly [Ask, Ask]> {
  const operator = operatorClient(origin, OPERATOR_SECRET);
  const signIn = async (email: string, roles: readonly string[]) => {
    await operator.post('/roles', { email, roles });
    return asker(origin, (await operator.post<{ token: string }>('/token', { email })).token);
  };
  for (let number = 2; number <= registries; number += 1)
    await operator.post('/registries', { id: `r${number}`, beside: true });
  return [await signIn(EMAIL, []), await signIn('registrar@bench.example', ['registrar'])];
}

type Ask = ReturnType<typeof asker>;

function asker(origin: string, token: string) {
  return async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
}

/** A claim of which the notice has been issued. */
async function openCase(ask: Ask, askAsRegistrar: Ask): Promise<string> {
  const parties = [
    { role: 'applicant', name: 'Ann Applicant', email: EMAIL },
    { role: 'respondent', name: 'Bob Respondent', email: 'respondent@bench.example' },
  ];
  const { id } = await ask('POST', '/cases', { workflow: 'small-claims', parties });
  const data = {
    applicantType: 'individual',
    claimType: 'debt',
    incidentOn: '2026-01-15',
    whatHappened: 'He borrowed the price of a bicycle.',
    amount: 120_000,
    remedy: 'Pay back the loan.',
  };
  await ask('POST', `/cases/${id}/events`, { type: 'SUBMIT', data });
  await askAsRegistrar('POST', `/cases/${id}/events`, { type: 'ISSUE_NOTICE' });
  return String(id);
}
