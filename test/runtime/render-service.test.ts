import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../src/effects/documents/document-model.ts';
import { remoteRenderer } from '../../src/effects/documents/remote-renderer.ts';
import { renderDocument } from '../../src/effects/documents/render-document.ts';
import { renderService } from '../../src/runtime/render-service.ts';
import { type Listening, listen } from '../../src/runtime/server/listen.ts';
import { runCli } from '../a-server.ts';

const SECRET = 'only-for-tests-'.repeat(3);
const letter: DocumentModel = {
  template: 'letter',
  language: 'en',
  title: 'A letter',
  reference: 'SC-2026-000001',
  issuedOn: '2026-03-16',
  tribunal: { name: 'Tribunal' },
  parties: [],
  body: [{ kind: 'paragraph', text: 'Well.' }],
};

let listening: Listening;
let url: string;

beforeAll(async () => {
  listening = await listen(0, '127.0.0.1');
  listening.answerWith(renderService(SECRET));
  url = `http://127.0.0.1:${listening.port}`;
});
afterAll(() => listening.close(0));

describe('the render service', () => {
  it('sets the same bytes as the program itself', async () => {
    const bytes = await remoteRenderer({ url, secret: SECRET })(letter);
    expect(Buffer.from(bytes).equals(Buffer.from(renderDocument(letter)))).toBe(true);
  });

  it('is not there for whoever lacks its secret', async () => {
    await expect(remoteRenderer({ url, secret: 'a guess' })(letter)).rejects.toThrow(/answered 404/);
    const asked = await fetch(`${url}/documents`, { method: 'POST', body: JSON.stringify(letter) });
    expect(asked.status).toBe(404);
  });

  it('says what is wrong with a document, and goes on', async () => {
    const render = remoteRenderer({ url, secret: SECRET });
    await expect(render({ ...letter, template: 'poem' })).rejects.toThrow(/422: there is no document template "poem"/);
    const headers = { authorization: `Bearer ${SECRET}` };
    const broken = await fetch(`${url}/documents`, { method: 'POST', headers, body: '{' });
    expect(broken.status).toBe(400);
    expect((await render(letter)).byteLength).toBeGreaterThan(1_000);
  });

  it('takes no document that is larger than any', async () => {
    const headers = { authorization: `Bearer ${SECRET}` };
    const answer = await fetch(`${url}/documents`, { method: 'POST', headers, body: 'x'.repeat(5 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });

  it('does not start without a secret that nobody guesses', async () => {
    const { code, stderr } = await runCli(['render-service'], { RENDER_SECRET: 'short' });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/RENDER_SECRET is too short/)]);
  });
});
