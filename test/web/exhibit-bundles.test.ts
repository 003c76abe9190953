import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CASE, EVIDENCE_DISPUTE, STORY } from '../app/a-dispute.ts';
import { readPdf } from '../http/read-pdf.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';
import { unzipped } from './unzipped.ts';

const HERE = `/api/v1/cases/${CASE}`;
const talking = () => aWeb({ happenings: STORY.negotiation, process: EVIDENCE_DISPUTE });

async function adds(web: TestWeb, name: Name, content: string, filename: string, description: string): Promise<void> {
  const body = new FormData();
  body.append('file', new File([content], filename));
  const { id } = (await (await web.as(name, 'POST', `${HERE}/documents`, { body })).json()) as { id: string };
  const added = await does(web, name, 'ADD_EVIDENCE', { file: [id], description, on: '2025-12-01' });
  expect(added.status).toBe(200);
}

const does = (web: TestWeb, name: Name, type: string, data: object) =>
  web.as(name, 'POST', `${HERE}/events`, { json: { type, data } });

async function bundle(web: TestWeb, name: Name) {
  const response = await web.as(name, 'GET', `${HERE}/exhibits.zip`);
  return { response, files: unzipped(new Uint8Array(await response.clone().arrayBuffer())) };
}

describe('the bundle of evidence', () => {
  it('holds a tagged index and each file under its number, byte for byte', async () => {
    const web = await talking();
    await adds(web, 'ada', 'Our lease.', 'lease.txt', 'The lease.');
    await adds(web, 'ben', 'A receipt.', '../../etc/\u202etxt.receipt.txt', 'He paid <me> & "them".');
    const { response, files } = await bundle(web, 'mia');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect([...files.keys()]).toEqual([
      'DEP-2026-000001 index.pdf',
      'A-1 lease.txt',
      expect.stringMatching(/^R-1 [^/\\\u202e]+$/),
    ]);
    expect(new TextDecoder().decode(files.get('A-1 lease.txt'))).toBe('Our lease.');
    const length = Number(response.headers.get('content-length'));
    expect(length).toBe((await response.arrayBuffer()).byteLength);
    const index = files.get('DEP-2026-000001 index.pdf') ?? new Uint8Array();
    const { words: text, isAccessible, tags } = await readPdf(index);
    expect(isAccessible).toBe(true);
    expect(tags).toContain('Table');
    const hash = createHash('sha256').update('Our lease.').digest('hex');
    expect(text.replace(/\s+/g, '')).toContain(hash);
    for (const words of ['A-1', 'The lease.', 'R-1', 'He paid <me> & "them".', '1 December 2025'])
      expect(text).toContain(words);
  });

  it('leaves out what was withdrawn, for its own side too, and lists it as withdrawn', async () => {
    const web = await talking();
    await adds(web, 'ada', 'A secret.', 'secret.txt', 'A letter.');
    await does(web, 'ada', 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' });
    for (const name of ['ada', 'ben', 'mia', 'fay'] as Name[]) {
      const { files } = await bundle(web, name);
      expect([...files.keys()]).toEqual(['DEP-2026-000001 index.pdf']);
    }
    const index = await web.as('ben', 'GET', `${HERE}/exhibits.pdf`);
    const { words: text } = await readPdf(new Uint8Array(await index.arrayBuffer()));
    expect(text).toContain('withdrawn');
    expect(text).not.toContain('secret');
  });

  it('does not exist for strangers, and says nothing of its length to them', async () => {
    const web = await talking();
    for (const path of ['exhibits.zip', 'exhibits.pdf']) {
      const response = await web.as('nora', 'GET', `${HERE}/${path}`);
      expect(response.status).toBe(404);
      expect(await (await web.as('nora', 'GET', `/api/v1/cases/none/${path}`)).text()).toBe(await response.text());
    }
  });

  it('can be asked about without its bytes, and opens no file then', async () => {
    const web = await talking();
    await adds(web, 'ada', 'Our lease.', 'lease.txt', 'The lease.');
    const head = await web.as('ada', 'HEAD', `${HERE}/exhibits.zip`);
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
  });

  it('is read while it is sent: a hundred megabytes are never in memory', async () => {
    const MB = 1024 * 1024;
    let [opened, produced] = [0, 0];
    const chunk = new Uint8Array(MB).fill(65);
    const twentyMegabytes = () => {
      let left = 20;
      opened += 1;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          produced += left > 0 ? MB : 0;
          if (left > 0) controller.enqueue(chunk);
          else controller.close();
          left -= 1;
        },
      });
    };
    const blobs = { put: async () => ({ sha256: 'a'.repeat(64), size: 20 * MB }), get: async () => twentyMegabytes() };
    const web = await aWeb({ happenings: STORY.negotiation, process: EVIDENCE_DISPUTE, ports: { blobs } });
    for (const name of ['1', '2', '3', '4', '5']) await adds(web, 'ada', name, `${name}.txt`, 'A long film.');
    const token = { authorization: `Bearer ${web.token('ada')}` };
    const response = await web.app.request(`${web.origin}${HERE}/exhibits.zip`, { headers: token });
    expect(opened).toBeLessThanOrEqual(1);
    let [received, ahead] = [0, 0];
    for await (const { byteLength } of response.body ?? []) {
      received += byteLength;
      ahead = Math.max(ahead, produced - received);
    }
    expect([opened, received > 100 * MB, ahead < 8 * MB]).toEqual([5, true, true]);
  });
});
