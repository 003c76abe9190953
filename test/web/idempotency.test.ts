import { describe, expect, it } from 'vitest';
import { CASE, STORY } from '../app/a-dispute.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';
import { everyCall } from './every-call.ts';

const events = `/api/v1/cases/${CASE}/events`;
const note = (message: string) => ({ type: 'DECLARE_CONFLICT', data: { reason: message } });

async function post(web: TestWeb, name: Name, path: string, json: unknown, key: string) {
  const response = await web.as(name, 'POST', path, { json, headers: { 'idempotency-key': key } });
  return { status: response.status, body: await response.text() };
}

async function version(web: TestWeb): Promise<number> {
  const response = await web.as('rita', 'GET', `/api/v1/cases/${CASE}`);
  return ((await response.json()) as { version: number }).version;
}

describe('the same request twice under one key', () => {
  it('is done once, and answered with the same bytes', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const before = await version(web);
    const first = await post(web, 'ben', events, { type: 'SEND_OPEN', data: { message: 'Once.' } }, 'k1');
    expect(first.status).toBe(200);
    const second = await post(web, 'ben', events, { data: { message: 'Once.' }, type: 'SEND_OPEN' }, 'k1');
    expect(second).toEqual(first);
    expect(await version(web)).toBe(before + 1);
  });

  it('is answered with the same bytes when the case has gone on since', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const first = await post(web, 'ben', events, { type: 'SEND_OPEN', data: { message: 'Once.' } }, 'k1');
    await post(web, 'ben', events, { type: 'SEND_OPEN', data: { message: 'And more.' } }, 'k2');
    expect(await post(web, 'ben', events, { type: 'SEND_OPEN', data: { message: 'Once.' } }, 'k1')).toEqual(first);
  });

  it('opens one case, however often and however much at once it is sent', async () => {
    const web = await aWeb();
    const parties = [
      { role: 'applicant', name: 'Hana', email: 'hana@example.org' },
      { role: 'respondent', name: 'Ben', email: 'ben@example.org' },
    ];
    const open = { workflow: 'deposit', parties };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(web, 'hana', '/api/v1/cases', open, 'open')),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const me = await (await web.as('hana', 'GET', '/api/v1/me')).json();
    expect((me as { cases: unknown[] }).cases).toHaveLength(2);
    const reordered = { parties: open.parties, workflow: 'deposit' };
    expect(await post(web, 'hana', '/api/v1/cases', reordered, 'open')).toEqual(answers[0]);
  });

  it('is refused when it is another request', async () => {
    const web = await aWeb();
    const open = (name: string) => ({
      workflow: 'deposit',
      parties: [
        { role: 'applicant', name },
        { role: 'respondent', name: 'Ben', email: 'ben@example.org' },
      ],
    });
    expect((await post(web, 'hana', '/api/v1/cases', open('Hana'), 'k')).status).toBe(201);
    const other = await post(web, 'hana', '/api/v1/cases', open('Hanna'), 'k');
    expect(other.status).toBe(422);
    expect(other.body).toContain('"reason":"IdempotencyKeyReused"');
  });

  it('is refused for a file that was uploaded and for something done in the case, whichever came first', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const upload = async (key: string) => {
      const body = new FormData();
      body.append('file', new File(['A receipt.'], 'receipt.txt'));
      const options = { body, headers: { 'idempotency-key': key } };
      return (await web.as('ben', 'POST', `/api/v1/cases/${CASE}/documents`, options)).status;
    };
    const write = async (key: string) =>
      (await post(web, 'ben', events, { type: 'SEND_OPEN', data: { message: 'Once.' } }, key)).status;
    expect([await upload('one'), await write('one')]).toEqual([201, 422]);
    expect([await write('other'), await upload('other')]).toEqual([200, 422]);
  });

  it("is nobody else's: another user may use the same key", async () => {
    const web = await aWeb();
    const open = {
      workflow: 'deposit',
      parties: [
        { role: 'applicant', name: 'One' },
        { role: 'respondent', name: 'Two', email: 'two@example.org' },
      ],
    };
    const [one, other] = [
      await post(web, 'hana', '/api/v1/cases', open, 'k'),
      await post(web, 'ben', '/api/v1/cases', open, 'k'),
    ];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).not.toBe(other.body);
  });

  it('may be sent to every call that changes something, but where the answer is a secret', async () => {
    const web = await aWeb();
    const without = everyCall(web.app).filter(({ isMutation, takesKey }) => isMutation && !takesKey);
    expect(without.map(({ method, pattern }) => `${method} ${pattern.replace('/api/v1', '')}`).toSorted()).toEqual([
      'DELETE /auth/sessions/current',
      'POST /auth/sessions',
      'POST /cases/{id}/parties/{party}/invitation',
      'POST /workflows/check',
      'POST /workflows/simulate',
    ]);
  });

  it('has one code mailed to an address, however often and however much at once it is sent', async () => {
    const web = await aWeb();
    const ask = (email: string, key: string) => post(web, 'stranger', '/api/v1/auth/codes', { email }, key);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('una@example.org', 'k')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['202 {}']));
    const mails = () =>
      web.tribunal.registry
        .read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100))
        .filter(({ kind }) => kind === 'signInCode')
        .map(({ subject }) => subject);
    expect(mails()).toEqual(['una@example.org']);
    expect((await ask('una@example.org', 'another')).status).toBe(202);
    expect((await ask('ben@example.org', 'k')).status).toBe(202);
    expect(mails()).toEqual(['una@example.org', 'una@example.org', 'ben@example.org']);
    expect(await ask('Una@Example.org', 'k')).toMatchObject({ status: 422 });
  });

  it('takes a file off once: who did not hear the answer gets it again', async () => {
    const web = await aWeb();
    const body = new FormData();
    body.append('file', new File(['A receipt.'], 'receipt.txt'));
    const uploaded = await web.as('ada', 'POST', `/api/v1/cases/${CASE}/documents`, { body });
    const { id } = (await uploaded.json()) as { id: string };
    const takeOff = async (key: string) =>
      (await web.as('ada', 'DELETE', `/api/v1/documents/${id}`, { headers: { 'idempotency-key': key } })).status;
    expect([await takeOff('off'), await takeOff('off'), await takeOff('again')]).toEqual([204, 204, 404]);
  });

  it('holds for administration too, where what was done is not one transaction', async () => {
    const web = await aWeb();
    const change = { email: 'new@example.org', name: 'New Person', roles: ['facilitator'] };
    const put = async () => {
      const options = { json: change, headers: { 'idempotency-key': 'roles' } };
      const response = await web.as('nora', 'PUT', '/api/v1/users/roles', options);
      return `${response.status} ${await response.text()}`;
    };
    const answers = await Promise.all(Array.from({ length: 10 }, put));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^200 /);
  });
});

describe('a key', () => {
  it.each(['', 'a b', 'x'.repeat(201), 'é'])('that cannot be kept is refused, not ignored: "%s"', async (key) => {
    const web = await aWeb();
    const response = await web.as('flo', 'POST', events, { json: note('none'), headers: { 'idempotency-key': key } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'Idempotency-Key' }] });
  });
});

describe('two people at once', () => {
  it('cannot both be first: who saw an older version is told so', async () => {
    const web = await aWeb();
    const seen = await version(web);
    const act = (name: Name) => web.as(name, 'POST', events, { json: { ...note('known'), expectedVersion: seen } });
    const [one, other] = [await act('flo'), await act('max')];
    expect([one.status, other.status]).toEqual([200, 409]);
    expect(await other.json()).toMatchObject({
      reason: 'VersionMoved',
      facts: { expectedVersion: seen, version: seen + 1 },
    });
  });
});
