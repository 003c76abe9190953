import { describe, expect, it } from 'vitest';
import { CASE, EVIDENCE_DISPUTE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

const HERE = `/api/v1/cases/${CASE}`;
type Exhibit = Record<string, unknown> & { number: string; versions: { document: string; sha256: string }[] };

const talking = () => aWeb({ happenings: STORY.negotiation, process: EVIDENCE_DISPUTE });

async function upload(web: TestWeb, name: Name, text: string, filename = `${text}.txt`): Promise<string> {
  const body = new FormData();
  body.append('file', new File([text], filename));
  const response = await web.as(name, 'POST', `${HERE}/documents`, { body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const does = (web: TestWeb, name: Name, type: string, data: object) =>
  web.as(name, 'POST', `${HERE}/events`, { json: { type, data } });

async function adds(web: TestWeb, name: Name, text: string, more: object = {}): Promise<string> {
  const id = await upload(web, name, text);
  expect((await does(web, name, 'ADD_EVIDENCE', { file: [id], ...more })).status).toBe(200);
  return id;
}

async function list(web: TestWeb, name: Name, query = ''): Promise<Exhibit[]> {
  const response = await web.as(name, 'GET', `${HERE}/exhibits${query}`);
  return ((await response.json()) as { items: Exhibit[] }).items;
}

const opens = async (web: TestWeb, name: Name, id: string) =>
  (await web.as(name, 'GET', `/api/v1/documents/${id}`)).status;

describe('evidence through the API', () => {
  it('has a number, a description, a date and its hash, for everyone in the case and nobody else', async () => {
    const web = await talking();
    const id = await adds(web, 'ada', 'The lease', { description: 'The lease we signed.', on: '2025-12-01' });
    const [seen] = await list(web, 'ben');
    expect(seen).toMatchObject({
      number: 'A-1',
      party: PARTIES.ada,
      status: 'filed',
      description: 'The lease we signed.',
      datedOn: '2025-12-01',
      versions: [{ version: 1, document: id, filename: 'The lease.txt', mime: 'text/plain', size: 9 }],
    });
    expect(seen?.versions[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const name of ['ada', 'hana', 'ben', 'fay', 'mia', 'rita'] as Name[]) {
      expect([name, (await list(web, name)).length, await opens(web, name, id)]).toEqual([name, 1, 200]);
    }
    for (const name of ['nora'] as Name[]) {
      expect((await web.as(name, 'GET', `${HERE}/exhibits`)).status).toBe(404);
      expect(await opens(web, name, id)).toBe(404);
    }
  });

  it('stays once it is filed, withdrawn or not, and its uploader hears why; a file that is taken off cannot be filed', async () => {
    const web = await talking();
    const takeOff = async (id: string) => {
      const response = await web.as('ada', 'DELETE', `/api/v1/documents/${id}`);
      return response.status === 204 ? 204 : ((await response.json()) as { reason: string }).reason;
    };
    const id = await adds(web, 'ada', 'a photo');
    expect(await takeOff(id)).toBe('AlreadyFiled');
    expect((await does(web, 'ada', 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).status).toBe(200);
    expect(await takeOff(id)).toBe('AlreadyFiled');
    const other = await upload(web, 'ada', 'another photo');
    expect(await takeOff(other)).toBe(204);
    const refused = await does(web, 'ada', 'ADD_EVIDENCE', { file: [other] });
    expect(await refused.json()).toMatchObject({ reason: 'UnknownDocument' });
  });

  it('is added, replaced and withdrawn by who the definition says, about their own alone', async () => {
    const web = await talking();
    const id = await adds(web, 'ada', 'a photo');
    const other = await upload(web, 'ben', 'a wall');
    const status = async (name: Name, type: string, data: object) => (await does(web, name, type, data)).status;
    expect(await status('ben', 'ADD_EVIDENCE', { file: [id] })).toBe(422);
    expect(await status('ben', 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBe(422);
    expect(await status('ben', 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: [other] })).toBe(422);
    for (const name of ['hana', 'fay', 'rita'] as Name[]) {
      expect([name, await status(name, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })]).toEqual([name, 422]);
    }
    expect(await status('nora', 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBe(404);
    expect((await list(web, 'ben'))[0]).toMatchObject({ status: 'filed' });
  });

  it('shows what it was before it was replaced, and says which version counts', async () => {
    const web = await talking();
    const dark = await adds(web, 'ada', 'dark', { description: 'The sink.' });
    const bright = await upload(web, 'ada', 'bright');
    await does(web, 'ada', 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: [bright] });
    const [seen] = await list(web, 'mia');
    expect(seen).toMatchObject({
      number: 'A-1',
      status: 'replaced',
      description: 'The sink.',
      versions: [
        { version: 1, document: dark },
        { version: 2, document: bright },
      ],
    });
    expect([await opens(web, 'ben', dark), await opens(web, 'ben', bright)]).toEqual([200, 200]);
  });

  it('says what was said of it before, when and by whom, to all who see it', async () => {
    const web = await talking();
    await adds(web, 'ada', 'lease', { description: 'The lese.', on: '2025-12-01' });
    const corrected = await does(web, 'hana', 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'The lease.' });
    expect(corrected.status).toBe(422);
    const right = { exhibit: 'A-1', description: 'The lease.', on: '2025-12-01' };
    expect((await does(web, 'ada', 'DESCRIBE_EVIDENCE', right)).status).toBe(200);
    expect((await does(web, 'ada', 'DESCRIBE_EVIDENCE', right)).status).toBe(422);
    for (const name of ['ada', 'hana', 'ben', 'fay', 'mia', 'rita'] as Name[]) {
      const [seen] = await list(web, name);
      expect([name, seen]).toMatchObject([
        name,
        {
          status: 'filed',
          description: 'The lease.',
          earlier: [
            { description: 'The lese.', datedOn: '2025-12-01', changedBy: { kind: 'person', role: 'applicant' } },
          ],
        },
      ]);
    }
    expect((await does(web, 'ben', 'DESCRIBE_EVIDENCE', { ...right, description: 'Nothing.' })).status).toBe(422);
  });

  it('calls what was never described after the file that it was', async () => {
    const web = await talking();
    await adds(web, 'ada', 'sink');
    await does(web, 'ada', 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'The sink.' });
    expect((await list(web, 'ben'))[0]).toMatchObject({
      description: 'The sink.',
      earlier: [{ description: 'sink.txt' }],
    });
  });

  it('stays listed when it is withdrawn, and is opened by its own side and the facilitator alone', async () => {
    const web = await talking();
    const id = await adds(web, 'ada', 'a letter');
    await does(web, 'ada', 'WITHDRAW_EVIDENCE', { exhibit: 'A-1', reason: 'It names my child.' });
    const statuses: Record<string, number> = {};
    for (const name of ['ada', 'hana', 'fay', 'ben', 'mia', 'rita'] as Name[])
      statuses[name] = await opens(web, name, id);
    expect(statuses).toEqual({ ada: 200, hana: 200, fay: 200, ben: 404, mia: 404, rita: 404 });
    const [seen] = await list(web, 'ben');
    expect(seen).toMatchObject({
      number: 'A-1',
      status: 'withdrawn',
      versions: [],
      withdrawn: { reason: 'It names my child.' },
    });
    expect(JSON.stringify(seen)).not.toContain('a letter');
    expect(JSON.stringify(await (await web.as('ben', 'GET', `${HERE}/documents`)).json())).not.toContain(id);
  });

  it('takes what two sides send at the same moment', async () => {
    const web = await talking();
    const ids = await Promise.all(['1', '2', '3', '4'].map((text) => upload(web, 'ada', text)));
    const others = await Promise.all(['5', '6', '7', '8'].map((text) => upload(web, 'ben', text)));
    const answers = await Promise.all([
      ...ids.map((id) => does(web, 'ada', 'ADD_EVIDENCE', { file: [id] })),
      ...others.map((id) => does(web, 'ben', 'ADD_EVIDENCE', { file: [id] })),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const numbers = (await list(web, 'mia')).map(({ number }) => number).toSorted();
    expect(numbers).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'R-1', 'R-2', 'R-3', 'R-4']);
  });

  it('is listed newest first, a page at a time', async () => {
    const web = await talking();
    for (const text of ['1', '2', '3']) await adds(web, 'ada', text);
    const first = (await (await web.as('ben', 'GET', `${HERE}/exhibits?limit=2`)).json()) as { next: string };
    expect((await list(web, 'ben', '?limit=2')).map(({ number }) => number)).toEqual(['A-3', 'A-2']);
    expect((await list(web, 'ben', `?limit=2&cursor=${first.next}`)).map(({ number }) => number)).toEqual(['A-1']);
  });

  it('keeps hostile descriptions as text, without what would turn it round', async () => {
    const web = await talking();
    const description = '<script>alert(1)</script> \u202egnp.exe\u0000 \u{1f4a5}';
    await adds(web, 'ada', 'x', { description });
    expect((await list(web, 'ben'))[0]?.description).toBe('<script>alert(1)</script> gnp.exe \u{1f4a5}');
    const id = await upload(web, 'ada', 'y');
    expect((await does(web, 'ada', 'ADD_EVIDENCE', { file: [id], description: 'x'.repeat(100_000) })).status).toBe(422);
  });

  it('is closed when its time is over, in the words of the definition', async () => {
    const web = await aWeb({ happenings: STORY.toDecision, process: EVIDENCE_DISPUTE });
    const id = await upload(web, 'ada', 'late');
    const late = await does(web, 'ada', 'ADD_EVIDENCE', { file: [id] });
    expect([late.status, ((await late.json()) as { detail: string }).detail]).toEqual([422, 'Evidence is closed.']);
  });
});
