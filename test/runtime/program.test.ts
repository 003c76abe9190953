import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aServer, runCli, type ServerProcess } from '../a-server.ts';
import { readmeTour } from './readme-tour.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a server that is expected not to. */
async function complaintOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const failure = await aServer(environment).then(
    async (server) => {
      await server.clean();
      return 'it started';
    },
    (error: Error) => error.message,
  );
  return failure;
}

describe('a demonstration that was just started', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await aServer();
  }, 90_000);
  afterAll(() => server.clean());

  const api = async (path: string, token?: string) => {
    const answer = await fetch(`${server.origin}${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };
  const tokenOf = async (email: string) => (await server.cli('token', email)).stdout.trim();

  it('says what to open, is alive and ready', async () => {
    expect(server.output()).toContain(`Open ${server.origin}`);
    expect(await api('/healthz')).toMatchObject({ status: 200 });
    expect(await api('/readyz')).toMatchObject({ status: 200 });
  });

  it('has about thirty cases, in every stage, and decisions in the public register', async () => {
    const token = await tokenOf('registrar@demo.example');
    const { body } = await api('/api/v1/cases?limit=100', token);
    const items = (body as unknown as { items: { stage: string; reference: string }[] }).items;
    expect(items.length).toBeGreaterThanOrEqual(30);
    const stages = new Set(items.map(({ stage }) => stage));
    for (const stage of [
      'intake',
      'notice',
      'response',
      'default',
      'negotiation',
      'facilitation',
      'adjudication',
      'order',
      'closed',
    ])
      expect(stages).toContain(stage);
    const decisions = (await api('/api/v1/decisions')).body as unknown as { items: unknown[] };
    expect(decisions.items.length).toBeGreaterThan(0);
  });

  it.each(['applicant', 'admin2'])(
    'gives the operator a token for the %s, and nothing else on that line',
    async (part) => {
      const { code, stdout, stderr } = await server.cli('token', `${part}@demo.example`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
      expect((await api('/api/v1/me', stdout.trim())).status).toBe(200);
    },
  );

  it('opens the case that its documentation shows, as it stands there', async () => {
    const { body: document } = await api('/openapi.json');
    const { schemas } = (document as unknown as { components: { schemas: Record<string, { example?: unknown }> } })
      .components;
    const answer = await fetch(`${server.origin}/api/v1/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokenOf('applicant@demo.example')}`,
      },
      body: JSON.stringify(schemas.NewCase?.example),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ stage: 'intake', data: { application: { amount: 125_000 } } });
  });

  it('is proved from its journals while it runs: every case, every row, every file', async () => {
    const { code, stdout, stderr } = await server.cli('verify');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/verified 3\d cases and \d+ files: 0 problems/);
  }, 30_000);

  it('answers the tour of the README as it is printed there, on whatever day it is taken', async () => {
    const [steps, at] = [readmeTour(), { id: '', today: '' }];
    const people = ['applicant', 'respondent', 'registrar'];
    const tokens = await Promise.all(people.map((person) => tokenOf(`${person}@demo.example`)));
    for (const { path, as = '', body, answer } of steps) {
      const token = tokens[people.indexOf(as.toLowerCase())];
      const response = await fetch(server.origin + path.replace('$CASE', at.id), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: body.replace('$TODAY', at.today),
      });
      const text = await response.text();
      for (const printed of answer.match(/"(state|reason|path|message)":"[^"]*"/g) ?? [])
        expect(text).toContain(printed);
      at.id ||= JSON.parse(text).id;
      at.today ||= /"issued":\{"on":"([^"]*)/.exec(text)?.[1] ?? '';
    }
    expect(steps).toHaveLength(6);
    const { body } = await api(`/api/v1/cases/${at.id}`, tokens[0]);
    expect(body).toMatchObject({ stage: 'default', state: 'open.default' });
  }, 30_000);

  it('turns its clock, and what runs out on the way happens', async () => {
    const answer = await fetch(`${server.origin}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: 'P20D' }),
    });
    const { now, ran } = (await answer.json()) as { now: string; ran: number };
    expect(answer.status).toBe(200);
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(19.9 * 86_400_000);
    expect(ran).toBeGreaterThan(5);
  }, 30_000);

  it('is backed up while it runs, and restored elsewhere with its files', async () => {
    const [file, elsewhere] = [join(aFolder(), 'backup.db'), join(aFolder(), 'data')];
    expect(await server.cli('backup', file)).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await runCli(['restore', file], { PARLEY_DATA: elsewhere })).toMatchObject({ code: 0 });
    const verified = await runCli(['verify'], { PARLEY_DATA: elsewhere });
    expect(verified).toMatchObject({ code: 0, stdout: '' });
    const here = await server.cli('restore', file);
    expect(here).toMatchObject({ code: 1, stderr: expect.stringContaining('stop it, then restore') });
  }, 30_000);

  it('has its folder to itself', async () => {
    const complaint = await complaintOf({ PARLEY_DATA: server.dataFolder });
    expect(complaint).toMatch(/Another Parley runs on .*; stop it, or set PARLEY_DATA to another folder\./);
  });

  it('says which port is taken', async () => {
    const { port } = new URL(server.origin);
    expect(await complaintOf({ PORT: port })).toMatch(new RegExp(`Port ${port} is in use; .*set PORT to another\\.`));
  });

  it('answers a request under way before it ends, within ten seconds, and goes on where it was', async () => {
    const answered = slowRequest(server.origin, await tokenOf('applicant@demo.example'));
    await answered.begun;
    const ended = server.end('SIGTERM');
    answered.finish();
    expect(await answered.status).toBe(404);
    const { code, ms } = await ended;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(readdirSync(server.dataFolder).filter((name) => name.endsWith('-wal'))).toEqual([]);
    const startedAt = performance.now();
    const again = await aServer({ PARLEY_DATA: server.dataFolder });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    const health = await fetch(`${again.origin}/healthz`);
    expect(health.headers.get('date')).not.toBeNull();
    expect((await again.cli('verify')).code).toBe(0);
    expect((await again.end('SIGINT')).code).toBe(0);
  }, 60_000);
});

/** A request whose body is still on its way. */
function slowRequest(origin: string, token: string) {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: status, resolve: answer, reject } = Promise.withResolvers<number | undefined>();
  const body = JSON.stringify({ type: 'SUBMIT', data: { whatHappened: 'x'.repeat(10_000) } });
  const sending = request(`${origin}/api/v1/cases/unknown/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, authorization: `Bearer ${token}` },
  });
  sending.on('response', (response) => {
    response.resume();
    answer(response.statusCode);
  });
  sending.on('error', reject);
  sending.write(body.slice(0, 100), () => setTimeout(begin, 200));
  return { begun, status, finish: () => setTimeout(() => sending.end(body.slice(100)), 200) };
}

const METRICS_TOKEN = 'a secret of thirty-two characters or more';

describe('a server in production', () => {
  it('does not start without knowing which address people open', async () => {
    const complaint = await complaintOf({ PARLEY_MODE: 'production', PARLEY_DATA: join(aFolder(), 'data') });
    expect(complaint).toMatch(/PARLEY_ORIGIN is missing; set it to the address that people open/);
  });

  it('starts empty, without a demonstration, and gets its first administrator from the command line', async () => {
    const dataFolder = join(aFolder(), 'data');
    const server = await aServer({
      PARLEY_MODE: 'production',
      PARLEY_ORIGIN: 'http://localhost',
      PARLEY_DATA: dataFolder,
      PARLEY_METRICS_TOKEN: METRICS_TOKEN,
      HOST: '127.0.0.1',
    });
    onTestFinished(() => server.clean());
    const port = /on port (\d+)/.exec(server.output())?.[1];
    const open = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
    expect((await open('/dev/mail')).status).toBe(404);
    expect((await open('/dev/clock', { method: 'POST' })).status).toBe(404);
    expect((await open('/metrics')).status).toBe(404);
    const metrics = await open('/metrics', { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
    expect(await metrics.text()).toContain('parley_due_lag_seconds');
    expect(server.output()).toContain('SMTP_URL is not set');
    const { stdout } = await server.cli('roles', 'first@tribunal.example', 'admin');
    expect(stdout).toBe('first@tribunal.example admin\n');
    const token = (await server.cli('token', 'first@tribunal.example')).stdout.trim();
    const me = await open('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
    const workflows = (await (await open('/api/v1/workflows')).json()) as { items: { id: string }[] };
    expect(JSON.stringify(workflows)).toContain('small-claims');
  }, 60_000);

  it('says what to write when its own file about the tribunal is wrong', async () => {
    const dataFolder = join(aFolder(), 'data');
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'tribunal.json'), '{"name": {"en": "Test"}}');
    const complaint = await complaintOf({
      PARLEY_MODE: 'production',
      PARLEY_ORIGIN: 'http://localhost',
      PARLEY_DATA: dataFolder,
    });
    expect(complaint).toMatch(/tribunal\.json must be like .*contact/);
  });
});
