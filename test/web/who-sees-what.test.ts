import { describe, expect, it } from 'vitest';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { idOf } from '../app/a-tribunal.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

/** Who reads which part of Ada's case while Fay facilitates and Mia decides: 200 and how many rows, or nothing at all. */
const PARTS = ['journal', 'deadlines', 'notices', 'messages', 'offers', 'tasks', 'fees', 'team'] as const;
const OUTSIDERS: Name[] = ['nora'];
const PRIVY: Name[] = ['ada', 'ben', 'fay'];
const BENCH: Name[] = ['mia', 'max', 'remi', 'fran'];

describe('the parts of a case', () => {
  it('exist for the people of the case and the tribunal, and for nobody else', async () => {
    const web = await aWeb();
    for (const part of PARTS) {
      for (const name of [...PRIVY, ...BENCH, 'rita', 'hana', 'flo'] as Name[])
        expect((await web.as(name, 'GET', `/api/v1/cases/${CASE}/${part}`)).status, `${name} ${part}`).toBe(200);
      for (const name of OUTSIDERS)
        expect((await web.as(name, 'GET', `/api/v1/cases/${CASE}/${part}`)).status, `${name} ${part}`).toBe(404);
      expect((await web.as('stranger', 'GET', `/api/v1/cases/${CASE}/${part}`)).status).toBe(401);
    }
  });

  it('show offers to the parties and the facilitator, and to no member and no registrar', async () => {
    const web = await aWeb();
    const offersSeenBy = async (name: Name) => (await rowsOf(web, name, 'offers')).length;
    for (const name of PRIVY) expect(await offersSeenBy(name), name).toBe(3);
    for (const name of [...BENCH, 'rita', 'flo'] as Name[]) expect(await offersSeenBy(name), name).toBe(0);
  });
});

async function rowsOf(web: TestWeb, name: Name, part: string): Promise<unknown[]> {
  const response = await web.as(name, 'GET', `/api/v1/cases/${CASE}/${part}`);
  return ((await response.json()) as { items: unknown[] }).items;
}

describe('a notice', () => {
  it('is read by its recipient once for the record, and by nobody it is not for', async () => {
    const web = await aWeb();
    const items = (await rowsOf(web, 'rita', 'notices')) as {
      id: string;
      notice: string;
      readAt: string | null;
      to: { party?: string };
    }[];
    const toBen = items.find(({ to, readAt }) => to.party === PARTIES.ben && readAt === null);
    const read = async (name: Name) => web.as(name, 'GET', `/api/v1/notices/${toBen?.id}`);
    expect(await (await read('rita')).json()).toMatchObject({ readAt: null });
    const first = (await (await read('ben')).json()) as { readAt: string };
    expect(first.readAt).toBe(web.tribunal.clock.now());
    web.tribunal.clock.advance({ minutes: 5 });
    expect(await (await read('ben')).json()).toMatchObject({ readAt: first.readAt });
    expect((await read('nora')).status).toBe(404);
  });
});

describe('two histories that differ only in what was said without prejudice', () => {
  it('are the same bytes for the deciding member, on every call', async () => {
    const quiet = STORY.decided.filter(({ inRoom }) => !inRoom);
    const [talked, silent] = [await aWeb({ happenings: STORY.decided }), await aWeb({ happenings: quiet })];
    const reads = everyCall(talked.app).filter(({ isMutation }) => !isMutation);
    for (const call of reads) {
      const path = addressOf(call, CASE);
      expect(await bytesFor(talked, path), path).toEqual(await bytesFor(silent, path));
    }
    const search = '/api/v1/cases?q=settle';
    expect(await bytesFor(talked, search)).toEqual(await bytesFor(silent, search));
  });
});

async function bytesFor(web: TestWeb, path: string) {
  const response = await web.as('mia', 'GET', path);
  return { status: response.status, length: response.headers.get('content-length'), body: await response.text() };
}

describe('what someone may not see', () => {
  it('is answered like what does not exist, byte for byte, on every call that names an id', async () => {
    const web = await aWeb();
    const calls = everyCall(web.app).filter(
      ({ pattern }) => pattern.includes('{id}') && !pattern.includes('/workflows/'),
    );
    expect(calls.length).toBeGreaterThan(15);
    const uploaded = await upload(web);
    const notice = ((await rowsOf(web, 'rita', 'notices')) as { id: string }[])[0]?.id ?? '';
    for (const call of calls) {
      const seen = call.pattern.includes('/documents/{id}')
        ? uploaded
        : call.pattern.includes('/notices/{id}')
          ? notice
          : CASE;
      const [unseen, unknown] = [await about(web, call, seen), await about(web, call, idOf('nothing'))];
      expect(unseen.status, call.pattern).toBe(404);
      expect(unseen, call.pattern).toEqual(unknown);
    }
  });

  it('is not even looked for without a sign-in', async () => {
    const web = await aWeb();
    const calls = everyCall(web.app).filter(({ needsUser }) => needsUser);
    const answers = await Promise.all(
      calls.map(async (call) => {
        const response = await web.as('stranger', call.method, addressOf(call, CASE), { json: {} });
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('401 {"type":"/problems/NotSignedIn"');
  });
});

/** As an administrator, who is nobody in any case. */
async function about(web: TestWeb, call: { method: string; pattern: string; takes: string | undefined }, id: string) {
  const body = call.takes === 'multipart/form-data' ? { body: aFile() } : { json: bodyFor(call) };
  const options = call.method === 'GET' ? {} : body;
  const response = await web.as('nora', call.method, addressOf(call, id), options);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

/** What a call takes, where it takes something else than an event. */
function bodyFor({ pattern }: { readonly pattern: string }): object {
  if (pattern.endsWith('/posting')) return { on: '2026-03-02' };
  if (pattern.endsWith('/help-requests')) return { request: 'one', answer: 'accept' };
  return pattern.endsWith('/return') ? { reason: 'moved' } : { type: 'SUBMIT' };
}

function aFile(): FormData {
  const form = new FormData();
  form.set('file', new File(['A receipt.'], 'receipt.txt'));
  return form;
}

async function upload(web: TestWeb): Promise<string> {
  const response = await web.as('ada', 'POST', `/api/v1/cases/${CASE}/documents`, { body: aFile() });
  return ((await response.json()) as { id: string }).id;
}

describe('guessing', () => {
  it('ten thousand ids finds nothing', async () => {
    const web = await aWeb();
    const headers = { authorization: `Bearer ${web.token('hana')}` };
    const found: string[] = [];
    for (let n = 0; n < 10_000; n += 1) {
      const path = n % 2 === 0 ? 'cases' : 'documents';
      const { status } = await web.app.request(`/api/v1/${path}/${web.tribunal.ids.newId()}`, { headers });
      if (status !== 404) found.push(`${path} ${status}`);
    }
    expect(found).toEqual([]);
  });
});

describe('administering', () => {
  it('does not exist for anyone but administrators', async () => {
    const web = await aWeb();
    const draft = { json: { id: 'deposit' } };
    for (const name of ['ada', 'rita', 'mia', 'fay'] as Name[]) {
      expect((await web.as(name, 'PUT', '/api/v1/workflows/deposit/draft', draft)).status, name).toBe(404);
      expect((await web.as(name, 'POST', '/api/v1/workflows/deposit/publications', { json: {} })).status, name).toBe(
        404,
      );
      expect((await web.as(name, 'GET', '/api/v1/workflows/deposit/versions')).status, name).toBe(404);
    }
    for (const name of ['ada', 'mia', 'fay'] as Name[])
      expect((await web.as(name, 'GET', '/api/v1/users?role=member')).status, name).toBe(404);
    expect((await web.as('rita', 'GET', '/api/v1/users?role=member')).status).toBe(200);
  });

  it('gives nobody a role by way of a body', async () => {
    const web = await aWeb();
    const parties = [{ role: 'applicant', name: 'Ada', email: 'ada@example.org', userId: 'ben' }];
    const opened = await web.as('ada', 'POST', '/api/v1/cases', { json: { workflow: 'deposit', parties } });
    expect(opened.status).toBe(400);
    const change = { email: 'ada@example.org', name: 'Ada', roles: ['admin'] };
    expect((await web.as('ada', 'PUT', '/api/v1/users/roles', { json: change })).status).toBe(404);
    const raised = { type: 'SUBMIT', actor: { role: 'registrar' }, roles: ['registrar'] };
    expect((await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, { json: raised })).status).toBe(400);
  });
});
