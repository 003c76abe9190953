import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooDeep } from '../../src/web/requests/deep-json.ts';
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const events = `/api/v1/cases/${CASE}/events`;

function callsThatTakeJson(web: TestWeb) {
  return everyCall(web.app).filter(({ takes }) => takes === 'application/json');
}

describe('JSON that nests 100,000 deep', () => {
  it('is refused by every call that takes JSON, and answered with problems by the checker', async () => {
    const web = await aWeb();
    for (const deep of ['['.repeat(100_000), '{"a":'.repeat(100_000), `{"data":${'[{"a":'.repeat(50_000)}`]) {
      for (const call of callsThatTakeJson(web)) {
        const options = { body: deep, headers: JSON_TYPE };
        const response = await web.as('nora', call.method, addressOf(call, 'deposit'), options);
        const what = `${call.method} ${call.pattern}`;
        if (call.pattern.endsWith('/check')) {
          expect(response.status, what).toBe(200);
          expect(await response.json()).toMatchObject({ ok: false, problems: [{ severity: 'error' }] });
        } else expect([400, 404, 413, 422], `${what}: ${response.status}`).toContain(response.status);
      }
    }
    expect(web.errors).toEqual([]);
  });

  it('is told from JSON of 32 levels without parsing either', () => {
    const levels = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(isTooDeep(levels(32))).toBe(false);
    expect(isTooDeep(levels(33))).toBe(true);
    expect(isTooDeep(JSON.stringify({ text: '[[[[{{{{\\"'.repeat(50) }))).toBe(false);
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(isTooDeep(text)).toBe(false);
      }),
    );
  });
});

describe('JSON in another encoding than UTF-8', () => {
  const latin1 = new Uint8Array(
    [...'{"type":"SUBMIT","name":"Zo'].map((letter) => letter.charCodeAt(0)).concat(0xeb, 0x22, 0x7d),
  );

  it('is refused by every call that takes JSON: no name is filed with a letter lost', async () => {
    const web = await aWeb();
    for (const call of callsThatTakeJson(web)) {
      const request = new Request(`${web.origin}${addressOf(call, CASE)}`, {
        method: call.method,
        headers: { ...JSON_TYPE, authorization: `Bearer ${web.token('ada')}` },
        body: latin1,
      });
      const response = await web.app.request(request);
      const what = `${call.method} ${call.pattern}`;
      expect(response.status, what).toBe(400);
      expect(await response.json(), what).toMatchObject({
        reason: 'InvalidBody',
        detail: expect.stringContaining('not UTF-8'),
      });
    }
  });
});

describe('a body that is too large', () => {
  it('is refused by its declared length, before anything of it is read', async () => {
    const web = await aWeb();
    const headers = { ...JSON_TYPE, 'content-length': String(1024 ** 3) };
    const response = await web.as('ada', 'POST', events, { body: '{}', headers });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ reason: 'TooLarge' });
  });

  it('is refused while it streams in: an endless one is not read to its end', async () => {
    const web = await aWeb();
    const paths = callsThatTakeJson(web).map((call) => [call.method, addressOf(call, CASE)] as const);
    const uploads = ['POST', `/api/v1/cases/${CASE}/documents`] as const;
    for (const [method, path] of [...paths, uploads]) {
      let sent = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536).fill(32));
        },
      });
      const type = path.endsWith('/documents') ? 'multipart/form-data; boundary=x' : 'application/json';
      const request = new Request(`${web.origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${web.token('ada')}`, 'content-type': type },
        body: endless,
        duplex: 'half',
      });
      expect((await web.app.request(request)).status, path).toBe(413);
      expect(sent, path).toBeLessThan(30 * 1024 * 1024);
    }
  });
});

describe('a field that a call does not know', () => {
  it('is named where it stands, at the top and within', async () => {
    const web = await aWeb();
    const [known, party] = [
      { workflow: 'deposit', parties: [] },
      { role: 'applicant', name: 'Ann', emial: 'a@b.example' },
    ];
    const errors = async (json: unknown) =>
      ((await (await web.as('ada', 'POST', '/api/v1/cases', { json })).json()) as { errors: unknown }).errors;
    const message = 'There is no such field here.';
    expect(await errors({ ...known, langauge: 'fr', x: 1 })).toEqual([
      { path: 'langauge', message },
      { path: 'x', message },
    ]);
    expect(await errors({ ...known, parties: [party] })).toEqual([{ path: 'parties.0.emial', message }]);
  });
});

describe('a name that nobody can see', () => {
  it('is none, for a party as for an account', async () => {
    const web = await aWeb();
    const person = { name: '\u200b\u3164', email: 'ann@example.org' };
    const open = { workflow: 'deposit', parties: [{ role: 'applicant', ...person }] };
    for (const [who, method, path, json] of [
      ['ada', 'POST', '/api/v1/cases', open],
      ['nora', 'PUT', '/api/v1/users/roles', { ...person, roles: [] }],
    ] as const) {
      const response = await web.as(who, method, path, { json });
      expect([response.status, await response.json()], path).toMatchObject([400, { reason: 'InvalidBody' }]);
    }
  });
});

describe('a body of another type', () => {
  it('is refused by every call that takes JSON', async () => {
    const web = await aWeb();
    for (const call of callsThatTakeJson(web)) {
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'text/json']) {
        const options = { body: '{}', headers: { 'content-type': type } };
        const response = await web.as('nora', call.method, addressOf(call, 'deposit'), options);
        expect(response.status, `${call.pattern} ${type}`).toBe(415);
      }
    }
  });
});

describe('a body that is compressed', () => {
  it('is refused as what it is, and not as JSON that cannot be read', async () => {
    const web = await aWeb();
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    const response = await web.as('ada', 'POST', events, { body: gzipSync('{"type":"WITHDRAW"}'), headers });
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { detail: expect.stringContaining('not compressed') },
    ]);
  });
});

describe('a body that does not fit', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a wrong type', '{"type":5}'],
    ['an unknown member', '{"type":"SUBMIT","user":"mia"}'],
    ['a fraction of a version', '{"type":"SUBMIT","expectedVersion":1.5}'],
    ['a prototype', '{"type":"SUBMIT","__proto__":{"party":"x"}}'],
  ])('is refused: %s', async (_, body) => {
    const web = await aWeb();
    const response = await web.as('ada', 'POST', events, { body, headers: JSON_TYPE });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ reason: 'InvalidBody', type: '/problems/InvalidBody' });
    expect(web.errors).toEqual([]);
  });

  it('hears which of its fields are wrong', async () => {
    const web = await aWeb();
    const parties = [
      { role: 'applicant', name: 'Ada' },
      { role: 'respondent', name: 'Ben\r\nBcc: x@y.z', email: 'no' },
    ];
    const response = await web.as('ada', 'POST', '/api/v1/cases', { json: { workflow: 'deposit', parties } });
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['parties.1.name', 'parties.1.email']);
  });

  it('hears which answers of a form are wrong', async () => {
    const web = await aWeb();
    const parties = [
      { role: 'applicant', name: 'Ada' },
      { role: 'respondent', name: 'Ben', email: 'ben@example.org' },
    ];
    const opened = await web.as('ada', 'POST', '/api/v1/cases', { json: { workflow: 'deposit', parties } });
    const { id } = (await opened.json()) as { id: string };
    expect(opened.status).toBe(201);
    const submit = { type: 'SUBMIT', data: { amount: 'much' } };
    const response = await web.as('ada', 'POST', `/api/v1/cases/${id}/events`, { json: submit });
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { reason: string; errors: { path: string }[] };
    expect(problem.reason).toBe('InvalidForm');
    expect(problem.errors.map(({ path }) => path)).toContain('amount');
  });
});

describe('any body at all', () => {
  it('never makes the server fail', async () => {
    const web = await aWeb();
    const calls = callsThatTakeJson(web);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), fc.jsonValue({ maxDepth: 4 }), async (call, json) => {
        const response = await web.as('nora', call.method, addressOf(call, 'deposit'), { json });
        expect(response.status, `${call.pattern} ${JSON.stringify(json)}`).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(web.errors).toEqual([]);
  });
});
