import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import { aServer, runCli, type ServerProcess } from '../a-server.ts';
import { aCaller, type Caller } from '../http/a-caller.ts';
import { APPLICATION } from '../http/a-claim.ts';
import { aPerson, type Person } from '../http/a-person.ts';

interface Listed {
  readonly id: string;
  readonly openedAt: string;
}
interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const JSON_ONLY = { accept: 'application/json' };
const SOON = { timeout: 15_000, interval: 50 };
const AMIRA = 'applicant@demo.example';
const TOM = 'respondent@demo.example';

const folder = mkdtempSync(join(tmpdir(), 'parley-registries-'));
let server: ServerProcess;

beforeAll(async () => {
  server = await aServer({ PARLEY_DATA: join(folder, 'data') });
}, 90_000);
afterAll(async () => {
  await server.clean();
  rmSync(folder, { recursive: true, force: true });
});

/** As one of the people of the demonstration. */
async function signedIn(email: string): Promise<Person> {
  const answer = await aCaller(server.origin).call('POST', '/dev/sign-in', { json: { email } });
  const { token, user } = answer.json<{ token: string; user: { id: string } }>();
  return aPerson(aCaller(server.origin, token), user.id, email);
}

function against(respondent: string) {
  return {
    workflow: 'small-claims',
    parties: [
      { role: 'applicant', name: 'Amira Haddad', email: AMIRA },
      { role: 'respondent', name: 'Tom Whitfield', email: respondent },
    ],
  };
}

async function walk(person: Caller, path: string, limit: number): Promise<Listed[]> {
  const seen: Listed[] = [];
  for (let cursor = ''; ; ) {
    const page = await person.get<PageOf<Listed>>(`${path}?limit=${limit}${cursor}`);
    seen.push(...page.items);
    if (page.next === null) return seen;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Turns the clock of the demonstration while nothing runs. */
function letTimePass(days: number): void {
  const home = new BetterSqlite(join(folder, 'data', 'registry.db'));
  const change = 'update settings set value = cast(value as integer) + ? where name = ?';
  expect(home.prepare(change).run(days * 24 * 60 * 60 * 1_000, 'demo.clockAheadMs').changes).toBe(1);
  home.close();
}

describe('a tribunal that opens a second registry while its server runs', () => {
  let amira: Person;
  let tom: Person;
  let registrar: Person;
  let inEast: CaseView;
  beforeAll(async () => {
    [amira, tom, registrar] = [await signedIn(AMIRA), await signedIn(TOM), await signedIn('registrar@demo.example')];
  });

  it('has new cases there from the next request on, under numbers of its own', async () => {
    const { code, stdout } = await server.cli('open-registry', 'east');
    expect([code, stdout]).toEqual([0, 'east takes new cases\n']);
    inEast = await amira.post<CaseView>('/cases', against(TOM));
    expect(inEast.id).toMatch(/^east-[0-9a-z]{26}$/);
    expect(inEast.reference).toMatch(/^SC-EAST-\d{4}-000001$/);
    const { stdout: listed } = await server.cli('registries');
    expect(listed).toMatch(/^home\tclosed\t\d+ cases\t.*\neast\topen\t1 cases\t1 open\t20.*\n$/);
  });

  it('shows a party all their disputes, in the API and on the page, each once and newest first', async () => {
    const whole = await walk(amira, '/cases', 100);
    expect(new Set(whole.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['home', 'east']));
    expect(whole[0]?.id).toBe(inEast.id);
    expect(whole).toEqual(whole.toSorted((one, other) => (one.openedAt > other.openedAt ? -1 : 1)));
    for (const limit of [1, 3]) expect(await walk(amira, '/cases', limit)).toEqual(whole);
    const mine = await amira.get<{ cases: readonly Listed[] }>('/me');
    expect(mine.cases.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    const page = await amira.call('GET', '/cases');
    for (const { id } of whole) expect(page.text).toContain(`/cases/${id}"`);
  });

  it('opens a case of one registry nowhere else, and says the same of it as of none', async () => {
    const inHome = (await walk(amira, '/cases', 100)).find(({ id }) => id.startsWith('home-'))?.id ?? '';
    expect((await amira.case(inHome)).id).toBe(inHome);
    const none = await amira.call('GET', `/api/v1/cases/home-${'0'.repeat(26)}`);
    expect(none.status).toBe(404);
    for (const id of [
      inHome.replace('home-', 'east-'),
      inEast.id.replace('east-', 'home-'),
      inEast.id.replace('east-', 'west-'),
      inEast.id.replace('east-', ''),
    ])
      for (const part of ['', '/journal', '/documents', '/actions']) {
        const answer = await amira.call('GET', `/api/v1/cases/${id}${part}`);
        expect([answer.status, answer.text], id + part).toEqual([404, none.text]);
      }
    expect(existsSync(join(folder, 'data', 'registries', 'west.db'))).toBe(false);
  });

  it('takes a case through there: forms, files, letters, deadlines and mail', async () => {
    await amira.act(inEast.id, 'SUBMIT', APPLICATION);
    const form = new FormData();
    form.set('file', new File(['It was lent in May.'], 'note.txt', { type: 'text/plain' }));
    const uploaded = await amira.call('POST', `/api/v1/cases/${inEast.id}/documents`, { body: form });
    const { id: document } = uploaded.json<{ id: string }>();
    expect(document).toMatch(/^east-/);
    expect((await amira.call('GET', `/api/v1/documents/${document}`)).text).toBe('It was lent in May.');
    expect((await tom.call('GET', `/api/v1/documents/${document}`)).status).toBe(404);
    await registrar.act(inEast.id, 'ISSUE_NOTICE');
    const letter = await vi.waitFor(async () => {
      const mail = await amira.call('GET', '/dev/mail', { headers: JSON_ONLY });
      const letters = mail.json<PageOf<{ to: string; key: string }>>().items;
      const found = letters.find(({ to, key }) => to === TOM && key.startsWith(inEast.id));
      return found ?? Promise.reject(new Error('the letter has not left'));
    }, SOON);
    const read = await amira.call('GET', `/dev/mail/${encodeURIComponent(letter.key)}`, { headers: JSON_ONLY });
    const shortAddress = /\/n\/east-[0-9a-z-]{19}\b/.exec(read.text)?.[0] ?? '';
    expect((await tom.call('GET', shortAddress)).text).toContain(`/cases/${inEast.id}/`);
    expect((await amira.call('POST', '/dev/clock', { json: { advance: 'P1D' } })).status).toBe(200);
    const [notice] = await tom.part<{ id: string }>(inEast.id, 'notices');
    expect(notice?.id).toMatch(/^east-/);
    expect((await tom.call('GET', `/cases/${inEast.id}/notices/${notice?.id}`)).status).toBe(200);
    expect((await tom.get<{ readAt: string }>(`/notices/${notice?.id}`)).readAt).toMatch(/^20/);
    expect(await walk(tom, '/cases', 1)).toContainEqual(expect.objectContaining({ id: inEast.id }));
  });

  it('counts the cases of its people in all registries, and shows the registry all of them', async () => {
    const staff = await registrar.get<PageOf<{ openCases: number }>>('/users?role=facilitator');
    const before = staff.items[0]?.openCases ?? 0;
    const { id: facilitator } = (await registrar.get<PageOf<{ id: string }>>('/users?role=facilitator')).items[0] ?? {
      id: '',
    };
    await registrar.act(inEast.id, 'ASSIGN', { role: 'facilitator', user: facilitator });
    expect(await registrar.get('/users?role=facilitator')).toMatchObject({ items: [{ openCases: before + 1 }] });
    const candidates = await registrar.get<PageOf<{ userId: string; openCases: number }>>(
      `/cases/${inEast.id}/candidates?role=facilitator`,
    );
    expect(candidates.items).toContainEqual(expect.objectContaining({ userId: facilitator, openCases: before + 1 }));
    const all = await walk(registrar, '/cases', 7);
    expect(all.length).toBe(new Set(all.map(({ id }) => id)).size);
    expect(all.filter(({ id }) => id.startsWith('east-'))).toHaveLength(1);
  });

  it('has a version in every registry before the next case there', async () => {
    const [priya, marcus] = [await signedIn('admin@demo.example'), await signedIn('admin2@demo.example')];
    const current = await amira.get<{ version: number; definition: object }>('/workflows/small-claims');
    const draft = await priya.call('PUT', '/api/v1/workflows/small-claims/draft', { json: current.definition });
    expect(draft.status, draft.text.slice(0, 500)).toBe(200);
    await priya.post('/workflows/small-claims/publications');
    const published = await marcus.post<{ version: number }>('/workflows/small-claims/publications');
    expect(published.version).toBe(current.version + 1);
    const opened = await amira.post<CaseView>('/cases', against(TOM));
    expect([opened.id.slice(0, 5), opened.workflow.version]).toEqual(['east-', current.version + 1]);
  });

  it('lets nobody act anywhere with a role that was taken away, from that moment', async () => {
    const lea = await signedIn('facilitator@demo.example');
    const priya = await signedIn('admin@demo.example');
    expect((await lea.case(inEast.id)).id).toBe(inEast.id);
    const change = { email: lea.email, name: 'Léa', language: 'en', roles: [] };
    expect((await priya.call('PUT', '/api/v1/users/roles', { json: change })).status).toBe(200);
    expect((await lea.call('GET', `/api/v1/cases/${inEast.id}`)).status).toBe(401);
    expect((await (await signedIn(lea.email)).call('GET', `/api/v1/cases/${inEast.id}`)).status).toBe(404);
    const path = `/cases/${inEast.id}/candidates?role=facilitator`;
    expect((await registrar.get<PageOf<unknown>>(path)).items).toEqual([]);
  });

  it('opens one case for a key, also when new cases go elsewhere by the second try', async () => {
    const key = { 'idempotency-key': 'the-same' };
    const first = await amira.post<CaseView>('/cases', against(TOM), key);
    expect((await server.cli('open-registry', 'home')).stdout).toBe('home takes new cases\n');
    expect((await amira.post<CaseView>('/cases', against(TOM), key)).id).toBe(first.id);
    expect((await amira.post<CaseView>('/cases', against(TOM))).id).toMatch(/^home-/);
    const other = await amira.call('POST', '/api/v1/cases', { json: against('x@y.example'), headers: key });
    expect([other.status, other.json<{ reason: string }>().reason]).toEqual([422, 'IdempotencyKeyReused']);
  });

  it('tells the operator why not', async () => {
    const closed = await server.cli('close-registry', 'home');
    expect([closed.code, closed.stderr]).toEqual([1, 'Home is the last that takes new cases; open another first.\n']);
    const opened = await server.cli('open-registry', 'North');
    expect([opened.code, opened.stderr]).toEqual([1, expect.stringMatching(/^"North" is no name for a registry/)]);
  });

  it('leads someone with a code from a letter into a case of either registry', async () => {
    await server.cli('roles', 'nadia@mail.example');
    const { stdout } = await server.cli('token', 'nadia@mail.example');
    const nadia = aCaller(server.origin, stdout.trim());
    const cases = await walk(amira, '/cases', 100);
    for (const registry of ['home', 'east']) {
      const id = cases.find((one) => one.id.startsWith(registry))?.id ?? '';
      const respondent = (await registrar.case(id)).parties.find(({ role }) => role === 'respondent')?.id;
      const { code } = await registrar.post<{ code: string }>(`/cases/${id}/parties/${respondent}/invitation`);
      expect(code.startsWith('east')).toBe(registry === 'east');
      const joined = await nadia.post<CaseView>('/invitations', { code: code.toUpperCase() });
      expect(joined.id).toBe(id);
      expect((await nadia.call('POST', '/api/v1/invitations', { json: { code } })).status).toBe(404);
    }
    expect(await walk(nadia, '/cases', 1)).toHaveLength(2);
  });

  it('says that each registry takes writes, and how many cases there are in all', async () => {
    const ready = (await amira.call('GET', '/readyz')).json<{ checks: { name: string; ok: boolean }[] }>();
    expect(ready.checks).toContainEqual({ name: 'database east', ok: true });
    const { text } = await amira.call('GET', '/metrics');
    const all = await walk(registrar, '/cases', 100);
    expect(text).toContain(`parley_cases ${all.length}\n`);
  });

  it('is proved whole, and what was changed behind its back is found in either registry', async () => {
    const proved = await server.cli('verify');
    expect([proved.code, proved.stderr]).toEqual([0, expect.stringMatching(/in 2 registries: 0 problems/)]);
    const east = new BetterSqlite(join(folder, 'data', 'registries', 'east.db'));
    const { file } = east.prepare<[string], { file: string }>('select file from cases where id = ?').get(inEast.id) ?? {
      file: '',
    };
    const write = east.prepare('update cases set file = ? where id = ?');
    write.run(file.replace('120000', '12000000'), inEast.id);
    const found = await server.cli('verify');
    write.run(file, inEast.id);
    east.close();
    expect(found.code).toBe(1);
    expect(found.stdout).toContain(`file-differs\t${inEast.id}\t`);
  });

  it('is backed up while it runs, and restored with all that it had, after a kill', async () => {
    const before = await walk(registrar, '/cases', 100);
    const file = join(folder, 'backup.db');
    const made = await server.cli('backup', file);
    expect([made.code, made.stdout]).toEqual([0, `${file}\n${file}.east\n`]);
    await server.cli('backup', `${folder}/older.db`, '--without-files');
    await server.end('SIGKILL');
    rmSync(join(folder, 'data'), { recursive: true });
    const cli = (...args: string[]) => runCli(args, { PARLEY_DATA: join(folder, 'data') });

    mkdirSync(join(folder, 'mixed'));
    writeFileSync(join(folder, 'mixed', 'b.db'), readFileSync(file));
    expect((await cli('restore', join(folder, 'mixed', 'b.db'))).stderr).toMatch(/b\.db\.east is not there/);
    writeFileSync(join(folder, 'mixed', 'b.db.east'), readFileSync(`${folder}/older.db.east`));
    expect((await cli('restore', join(folder, 'mixed', 'b.db'))).stderr).toMatch(/is of another backup/);

    const restored = await cli('restore', file);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect((await cli('verify')).stderr).toMatch(/in 2 registries: 0 problems/);
    // The ninety days to serve the notice, and a week-end and a holiday on which they may end.
    letTimePass(97);
    server = await aServer({ PARLEY_DATA: join(folder, 'data') });
    registrar = await signedIn('registrar@demo.example');
    expect((await walk(registrar, '/cases', 100)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    amira = await signedIn(AMIRA);
    expect((await amira.case(inEast.id)).id).toBe(inEast.id);
  });

  it('has run out there, without anybody asking, what ran out while no server ran', async () => {
    await vi.waitFor(async () => {
      const types = (await registrar.part<{ type: string }>(inEast.id, 'journal')).map(({ type }) => type);
      expect(types).toContain('EXPIRE');
    }, SOON);
    const verified = await server.cli('verify');
    expect([verified.code, verified.stdout]).toEqual([0, '']);
  });

  it('is not begun anew where its home registry is lost and another is not', async () => {
    await server.end();
    const home = join(folder, 'data', 'registry.db');
    rmSync(home);
    const started = await aServer({ PARLEY_DATA: join(folder, 'data') }).catch((error: Error) => error.message);
    expect(started).toMatch(/registry\.db is missing, and .*registries holds east\.db; restore a backup of all/);
    expect(existsSync(home)).toBe(false);
    expect(readdirSync(join(folder, 'data', 'registries'))).toContain('east.db');
  });
});
