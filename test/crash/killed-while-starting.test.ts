import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { aServer, programs, runCli } from '../a-server.ts';
import { aCaller } from '../http/a-caller.ts';

const RUNS = Number(process.env.CRASH_RUNS ?? 3);
const program = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

vi.setConfig({ testTimeout: 60_000 + RUNS * 4_000 });

it('a demonstration whose first starts are cut short is whole when it starts at last', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  await programs();
  // From the first bytes of the program to the middle of the seed.
  for (let run = 1; run <= RUNS; run += 1) await startAndKill(data, 300 + (run / RUNS) * 2_200);

  const server = await aServer({ PARLEY_DATA: data });
  onTestFinished(() => server.clean());
  const token = (await server.cli('token', 'registrar@demo.example')).stdout.trim();
  const { items } = await aCaller(server.origin, token).get<{ items: { reference: string }[] }>('/cases?limit=100');
  const references = items.map(({ reference }) => reference);
  expect(references.length).toBeGreaterThanOrEqual(30);
  expect(new Set(references).size).toBe(references.length);
  expect((await aCaller(server.origin).call('GET', '/readyz')).status).toBe(200);
  expect(await runCli(['verify'], { PARLEY_DATA: data })).toMatchObject({ code: 0, stdout: '' });
});

async function startAndKill(data: string, ms: number): Promise<void> {
  const env = { PARLEY_MODE: 'demo', PORT: '0', PARLEY_DATA: data, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [program], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await ended;
}
