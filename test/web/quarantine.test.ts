import { describe, expect, it } from 'vitest';
import { drainOutbox } from '../../src/app/drain-outbox.ts';
import type { Effects } from '../../src/app/ports/effects.ts';
import { createClamdScanner } from '../../src/effects/uploads/clamd.ts';
import { createInspectUpload } from '../../src/effects/uploads/inspect-upload.ts';
import { CASE, EVIDENCE_DISPUTE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aClamd, clamav, EICAR } from '../effects/a-clamd.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

const HERE = `/api/v1/cases/${CASE}`;
type Document = { readonly id: string; readonly isReady: boolean; readonly check?: string };

/** Ada's dispute with a virus scanner that was there a moment ago, and is not there now. */
async function withoutScanner(timeoutMs = 10_000) {
  const { port, stop } = await aClamd(clamav);
  stop();
  const scan = createClamdScanner({ host: '127.0.0.1', port, timeoutMs });
  const inspectUpload = createInspectUpload(scan);
  const web = await aWeb({ happenings: STORY.negotiation, process: EVIDENCE_DISPUTE, ports: { inspectUpload } });
  return { web, scan, isBack: () => aClamd(clamav, port), isSilent: () => aClamd(() => undefined, port) };
}

async function upload(web: TestWeb, name: Name, text: string): Promise<Document> {
  const body = new FormData();
  body.append('file', new File([text], 'receipt.txt'));
  const response = await web.as(name, 'POST', `${HERE}/documents`, { body });
  expect(response.status).toBe(201);
  return (await response.json()) as Document;
}

async function adds(web: TestWeb, id: string): Promise<void> {
  const json = { type: 'ADD_EVIDENCE', data: { file: [id], description: 'A receipt.' } };
  expect((await web.as('ada', 'POST', `${HERE}/events`, { json })).status).toBe(200);
}

/** Looks into what waits, a minute later; everything else in the outbox is left alone. */
async function looks({ tribunal, blobs }: TestWeb, scan: Effects['scan']): Promise<void> {
  tribunal.clock.advance({ minutes: 2 });
  const ports = { ...tribunal, processOf: () => tribunal.process, blobs };
  const effects = {
    scan,
    mail: { kind: 'none' },
    wallClock: tribunal.clock,
    report: () => {},
    retryInMs: () => 60_000,
    messageIdOf: (key: string) => key,
    renderNotice: async () => ({ subject: '', html: '', text: '' }),
    renderDocument: () => new Uint8Array(),
  } as unknown as Effects;
  await drainOutbox(ports, effects, 100);
}

const statusOf = async (web: TestWeb, name: Name, id: string) =>
  (await web.as(name, 'GET', `/api/v1/documents/${id}`)).status;
const knows = async (web: TestWeb, name: Name, id: string) => {
  const lists = await Promise.all(['documents', 'exhibits'].map((part) => web.as(name, 'GET', `${HERE}/${part}`)));
  return (await Promise.all(lists.map((list) => list.text()))).some((text) => text.includes(id));
};

describe('a file that is sent while the virus scanner is away', () => {
  it('is taken, and nobody but its own side knows of it, and nobody opens it', async () => {
    const { web } = await withoutScanner();
    const document = await upload(web, 'ada', 'A receipt.');
    expect(document).toMatchObject({ isReady: false, check: 'waiting' });
    await adds(web, document.id);
    const seen: Record<string, [boolean, number]> = {};
    for (const name of ['ada', 'hana', 'ben', 'fay', 'mia', 'rita'] as Name[])
      seen[name] = [await knows(web, name, document.id), await statusOf(web, name, document.id)];
    const away = [false, 404];
    expect(seen).toEqual({ ada: [true, 503], hana: [true, 503], ben: away, fay: away, mia: away, rita: away });
  });

  it('is opened to those it is for when the scanner is back and finds nothing', async () => {
    const { web, scan, isBack } = await withoutScanner();
    const { id } = await upload(web, 'ada', 'A receipt.');
    await adds(web, id);
    await looks(web, scan);
    expect(await statusOf(web, 'ada', id)).toBe(503);
    await isBack();
    await looks(web, scan);
    for (const name of ['ada', 'ben', 'mia'] as Name[])
      expect([name, await knows(web, name, id), await statusOf(web, name, id)]).toEqual([name, true, 200]);
  });

  it('waits on while the scanner is silent, however often it is asked', async () => {
    const { web, scan, isSilent } = await withoutScanner(200);
    const { id } = await upload(web, 'ada', 'A receipt.');
    await isSilent();
    for (const _ of [1, 2, 3]) await looks(web, scan);
    expect(await statusOf(web, 'ada', id)).toBe(503);
    const [row] = web.tribunal.registry
      .read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100))
      .filter(({ kind }) => kind === 'scan');
    expect(row?.attempts).toBe(0);
  });

  it('stays shut for good when a virus is found, and its side is told, and nobody else', async () => {
    const { web, scan, isBack } = await withoutScanner();
    const { id } = await upload(web, 'ada', EICAR);
    await adds(web, id);
    await isBack();
    await looks(web, scan);
    expect([await statusOf(web, 'ada', id), await statusOf(web, 'ben', id)]).toEqual([422, 404]);
    const told = async (name: Name) => {
      const { items } = (await (await web.as(name, 'GET', `${HERE}/notices`)).json()) as {
        items: { notice: string }[];
      };
      return items.some(({ notice }) => notice === 'file-refused');
    };
    expect([await told('ada'), await told('ben'), await told('mia')]).toEqual([true, false, false]);
    expect(await knows(web, 'ben', id)).toBe(false);
    const again = { type: 'ADD_EVIDENCE', data: { file: [id] } };
    expect((await web.as('ada', 'POST', `${HERE}/events`, { json: again })).status).toBe(422);
    expect((await web.as('mia', 'GET', `${HERE}/exhibits.zip`)).status).toBe(200);
  });

  it('is known to the tribunal alone when the registry files it for a party, until nothing is found', async () => {
    const { web, scan, isBack } = await withoutScanner();
    const files = async (text: string) => {
      const { id } = await upload(web, 'rita', text);
      const json = { type: 'ADD_PAPER_EVIDENCE', party: PARTIES.ben, data: { file: [id], description: 'A letter.' } };
      expect((await web.as('rita', 'POST', `${HERE}/events`, { json })).status).toBe(200);
      return id;
    };
    const [letter, virus] = [await files('A letter.'), await files(EICAR)];
    const seen: Record<string, [boolean, number]> = {};
    for (const name of ['ada', 'ben', 'mia', 'rita'] as Name[])
      seen[name] = [await knows(web, name, letter), await statusOf(web, name, letter)];
    expect(seen).toEqual({ ada: [false, 404], ben: [false, 404], mia: [true, 503], rita: [true, 503] });
    await isBack();
    await looks(web, scan);
    for (const name of ['ada', 'ben', 'mia', 'rita'] as Name[]) {
      expect([name, await knows(web, name, letter), await statusOf(web, name, letter)]).toEqual([name, true, 200]);
      expect([name, (await statusOf(web, name, virus)) === 200]).toEqual([name, false]);
    }
    expect(await knows(web, 'ada', virus)).toBe(false);
  });

  it('says in words how it stands', async () => {
    const { web, scan, isBack } = await withoutScanner();
    const { id } = await upload(web, 'ada', EICAR);
    await adds(web, id);
    const ada = aVisitor(web);
    await ada.signIn('ada@example.org', '/cases');
    expect((await ada.get(`/cases/${CASE}/evidence`)).text).toContain('Being checked for viruses');
    expect((await ada.get(`/cases/${CASE}/evidence/A-1`)).text).toContain('We could not look for viruses');
    await isBack();
    await looks(web, scan);
    expect((await ada.get(`/cases/${CASE}/evidence/A-1`)).text).toContain('A virus was found');
  });
});
