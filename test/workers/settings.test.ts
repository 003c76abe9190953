import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWorkerd, aWorkerdFolder, type Workerd } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function started(variables: Readonly<Record<string, unknown>>, after = undo): Promise<Workerd> {
  const { folder, remove } = aWorkerdFolder();
  after.push(remove);
  const workerd = await aWorkerd({ folder, variables: { LOG_LEVEL: 'silent', ...variables } });
  after.push(workerd.kill);
  return workerd;
}

describe('a Worker', () => {
  it('that lacks settings answers nobody, and says what to set', async () => {
    const { origin } = await started({});
    const answer = await fetch(`${origin}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch(
      /^Parley did not start. PARLEY_TRIBUNALS names no tribunal.*\nParley did not start. RENDER_URL is missing/,
    );
  });
});

describe('a Worker of two tribunals', () => {
  const atEnd: (() => unknown)[] = [];
  let origin: string;
  beforeAll(async () => {
    ({ origin } = await twoTribunals(atEnd));
  }, 60_000);
  afterAll(async () => {
    for (const step of atEnd.toReversed()) await step();
  });

  it('serves each under its own host, and nothing under another', async () => {
    const answers = await Promise.all([EAST, WEST, 'other.example'].map((host) => ask(origin, host, 'GET', '/readyz')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  it('keeps them apart: who is somebody in one is nobody in the other, and finds nothing of it there', async () => {
    const [rita, otherRita] = [await aRegistrar(origin, EAST), await aRegistrar(origin, WEST)];
    const opening = {
      workflow: 'small-claims',
      parties: [
        { role: 'applicant', name: 'Ann', email: 'ann@people.example' },
        { role: 'respondent', name: 'Bob', email: 'bob@people.example' },
      ],
    };
    const opened = await ask(origin, EAST, 'POST', '/api/v1/cases', rita, opening);
    expect(opened.status).toBe(201);
    const path = `/api/v1/cases/${(opened.json as { id: string }).id}`;
    const found = async (host: string, token: string) => (await ask(origin, host, 'GET', path, token)).status;
    expect([await found(EAST, rita), await found(WEST, rita)]).toEqual([200, 401]);
    expect([await found(WEST, otherRita), await found(EAST, otherRita)]).toEqual([404, 401]);
    const lists = await Promise.all(
      (
        [
          [EAST, rita],
          [WEST, otherRita],
        ] as const
      ).map(([host, token]) => ask(origin, host, 'GET', '/api/v1/cases', token)),
    );
    expect(lists.map(({ json }) => (json as { items: object[] }).items.length)).toEqual([1, 0]);
  });
});

const [EAST, WEST] = ['localhost', '127.0.0.1'] as const;
const OPERATOR_SECRET = 'an-operators-secret-'.repeat(2);

/** One Worker with a tribunal in the east and one in the west. */
async function twoTribunals(after: (() => unknown)[]): Promise<Workerd> {
  const renderer = await aRenderService();
  after.push(renderer.close);
  const named = (name: string, host: string) => ({
    origin: `http://${host}`,
    name: { en: name },
    contact: 'registry@people.example',
  });
  const PARLEY_TRIBUNALS = { east: named('East', EAST), west: named('West', WEST) };
  return started({ PARLEY_TRIBUNALS, OPERATOR_SECRET, ...renderer.variables }, after);
}

/** Makes Rita the registrar of one of them; answers her token. */
async function aRegistrar(origin: string, host: string): Promise<string> {
  const rita = { email: 'rita@people.example' };
  await ask(origin, host, 'POST', '/operator/home/roles', OPERATOR_SECRET, { ...rita, roles: ['registrar'] });
  const { json } = await ask(origin, host, 'POST', '/operator/home/token', OPERATOR_SECRET, rita);
  return (json as { token: string }).token;
}

/** Asks under a host name, as `fetch` cannot. */
function ask(origin: string, host: string, method: string, path: string, token = '', body?: object) {
  return new Promise<{ status: number | undefined; json: unknown }>((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    request(`${origin}${path}`, { method, headers }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += String(chunk);
      resolve({ status: answer.statusCode, json: text.startsWith('{') ? JSON.parse(text) : undefined });
    })
      .on('error', reject)
      .end(body && JSON.stringify(body));
  });
}
