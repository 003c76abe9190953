import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import type { DocumentView } from '../../src/app/queries/document-view.ts';
import { seedWhereMissing } from '../../src/runtime/demo/seed.ts';
import { STORIES } from '../../src/runtime/demo/stories.ts';
import { type OperatorClient, operatorClient } from '../../src/runtime/remote/operator-client.ts';
import { uploadRegistry } from '../../src/runtime/remote/upload-registry.ts';
import { type Ended, runCli } from '../a-server.ts';
import { aCaller } from '../http/a-caller.ts';
import { aPerson, type Person } from '../http/a-person.ts';
import { aWorkerd, aWorkerdFolder, type Workerd, type WorkerdSettings } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

const OPERATOR_SECRET = 'an-operators-secret-'.repeat(2);
const TRIBUNAL = {
  origin: 'http://localhost',
  name: { en: 'Harbour Civil Tribunal' },
  contact: 'registry@demo.example',
};

let folder: string;
let workerd: Workerd;
let settings: WorkerdSettings;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-moving-'));
  await seedWhereMissing(join(folder, 'node'), 'http://localhost', STORIES.slice(0, 6));
  const renderer = await aRenderService();
  const place = aWorkerdFolder();
  const variables = {
    LOG_LEVEL: 'error',
    PARLEY_TRIBUNALS: { civil: TRIBUNAL },
    OPERATOR_SECRET,
    ...renderer.variables,
  };
  workerd = await aWorkerd({ folder: place.folder, variables });
  settings = { folder: place.folder, variables, port: Number(new URL(workerd.origin).port) };
  stop = async () => {
    await workerd.kill();
    await renderer.close();
    place.remove();
    rmSync(folder, { recursive: true });
  };
});
afterAll(() => stop?.());

describe('a registry that moves from Node to a Worker and back', () => {
  it('has signed where its journals stand before it goes', async () => {
    const signed = await local('node', 'sign-heads');
    expect([signed.code, signed.stderr]).toEqual([0, '']);
    appendFileSync(kept(), signed.stdout);
  });

  it('goes on where its copying was broken off, and serves nobody until it is whole', async () => {
    const backup = await local('node', 'backup', join(folder, 'backup.db'));
    expect(backup.code, backup.stderr).toBe(0);
    await expect(uploadRegistry(dyingAfter(4), join(folder, 'backup.db'))).rejects.toThrow('the line is cut');
    await workerd.kill();
    workerd = await aWorkerd(settings);
    expect((await aCaller(workerd.origin).call('GET', '/api/v1/workflows')).status).toBe(503);
    const uploaded = await remote('upload', join(folder, 'backup.db'));
    expect([uploaded.code, uploaded.stderr]).toEqual([0, '']);
  });

  it('is there what it was: every journal verifies, people find their cases, papers and next steps', async () => {
    const verified = await remote('verify', kept());
    expect([verified.code, verified.stderr]).toEqual([
      0,
      expect.stringMatching(/verified 6 cases against 1 signed heads: 0 problems/),
    ]);
    const [registrar, theCase] = await registrarAndCase();
    expect(theCase.reference).toMatch(/^SC-/);
    const [paper] = await registrar.part<DocumentView>(theCase.id, 'documents');
    expect((await registrar.call('GET', `/api/v1/documents/${paper?.id}`)).status).toBe(200);
    const journal = await registrar.part(theCase.id, 'journal');
    const event = (await registrar.actions(theCase.id)).find(({ scope }) => scope === 'case')?.event;
    expect([journal.length > 0, event !== undefined]).toEqual([true, true]);
  });

  it('is signed on the Worker, too, by whoever operates it from afar', async () => {
    const signed = await remote('sign-heads', '--json');
    appendFileSync(kept(), `${JSON.parse(signed.stdout).signed}\n`);
    expect(JSON.parse(signed.stdout)).toMatchObject({ registry: 'home', row: expect.any(Number) });
  });

  it('cannot be brought in where there are people or cases', async () => {
    const again = await remote('upload', join(folder, 'backup.db'));
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/has people or cases already/)]);
  });

  it('comes back to Node as it went', async () => {
    const file = join(folder, 'from-the-worker.db');
    const downloaded = await remote('download', file, '--stay-frozen');
    expect([downloaded.code, downloaded.stderr]).toEqual([0, '']);
    expect((await remote('token', 'registrar@demo.example')).stderr).toMatch(/is being copied/);
    expect((await local('home', 'restore', file)).code).toBe(0);
    copyFileSync(join(folder, 'node', 'head-keys.json'), join(folder, 'home', 'head-keys.json'));
    const verified = await local('home', 'verify', kept());
    expect([verified.code, verified.stdout]).toEqual([0, '']);
    expect(heads(join(folder, 'home'))).toEqual(heads(join(folder, 'node')));
  });

  it('shows what was removed from it, whole case and all', async () => {
    const connection = new BetterSqlite(join(folder, 'home', 'registry.db'));
    for (const name of connection.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
      connection.exec(`drop trigger ${name}`);
    connection.exec('delete from journal where case_row = (select max(row) from cases)');
    connection.close();
    const verified = await local('home', 'verify', kept());
    expect(verified.code).toBe(1);
    expect(verified.stdout).toMatch(/^head-differs\t-\thome: entries 1 to \d+ of the registry are not those/m);
  });

  it('says where it cannot be taken back in time: Cloudflare alone keeps what was', async () => {
    const operator = operatorClient(workerd.origin, OPERATOR_SECRET);
    await expect(operator.get('/bookmark?at=2026-11-21T00:00:00Z')).rejects.toThrow(/point-in-time recovery/);
    await expect(operator.post('/rewind', { bookmark: '0000' })).rejects.toThrow(/point-in-time recovery/);
    expect((await remote('bookmark', 'yesterday')).stderr).toMatch(/"yesterday" is no instant/);
  });

  it('is shown to nobody who lacks the operator’s secret', async () => {
    for (const path of ['/operator/home/state', '/operator/home/rows/users', '/metrics']) {
      const answers = [
        await aCaller(workerd.origin).call('GET', path),
        await aCaller(workerd.origin, 'a-guess').call('GET', path),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
  });
});

/** A registrar on the Worker, and a case that they see. */
async function registrarAndCase(): Promise<[Person, CaseView]> {
  const { code, stdout, stderr } = await remote('token', 'registrar@demo.example');
  if (code !== 0) throw new Error(stderr);
  const registrar = aPerson(aCaller(workerd.origin, stdout.trim()), '', 'registrar@demo.example');
  const { items } = await registrar.get<{ items: CaseView[] }>('/cases');
  expect(items).toHaveLength(6);
  return [registrar, await registrar.case(items.at(-1)?.id ?? '')];
}

/** An operator whose line is cut after so many requests. */
function dyingAfter(requests: number): OperatorClient {
  const client = operatorClient(workerd.origin, OPERATOR_SECRET);
  let left = requests;
  return {
    ...client,
    async post(path, body) {
      left -= 1;
      if (left < 0) throw new Error('the line is cut');
      return client.post(path, body);
    },
  };
}

/** Where each case's journal stands, by its hash. */
function heads(path: string): unknown[] {
  const connection = new BetterSqlite(join(path, 'registry.db'), { readonly: true });
  try {
    return connection.prepare('select id, journal_head, file from cases order by id').all();
  } finally {
    connection.close();
  }
}

function local(name: string, ...args: string[]): Promise<Ended> {
  return runCli(args, { PARLEY_DATA: join(folder, name) });
}

function remote(...args: string[]): Promise<Ended> {
  return runCli(['remote', workerd.origin, ...args], { OPERATOR_SECRET, PARLEY_DATA: join(folder, 'node') });
}

function kept(): string {
  return join(folder, 'heads');
}
