import { describe, expect, it } from 'vitest';
import type { CodeAsked } from '../../src/app/letters/ask-for-code.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const ASKED = {
  name: 'Una Nowhere',
  reference: 'DEP-2026-000001',
  papers: 'Ada wants 900 $ of me. A man gave them to me on Monday.',
  reach: '2 Mill Road, Hope',
};

function mailsIn(web: TestWeb): readonly CodeAsked[] {
  return web.tribunal.registry
    .read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100))
    .filter(({ kind }) => kind === 'codeAsked')
    .map(({ payload }) => payload as CodeAsked);
}

describe('somebody who was handed the papers, without a code', () => {
  it('writes to the registry without an account, a script or a mail program', async () => {
    const web = await aWeb();
    const una = aVisitor(web);
    expect((await una.get('/join')).html).toContain('href="/join/ask"');
    const form = await una.get('/join/ask');
    const sent = await una.send(form, ASKED);
    expect([sent.path, sent.text]).toEqual(['/join/asked', expect.stringContaining(en.askCode.sent)]);
    expect(mailsIn(web)).toEqual([{ ...ASKED, language: 'en' }]);
  });

  it('sends it once, however often they press', async () => {
    const web = await aWeb();
    const una = aVisitor(web);
    const form = await una.get('/join/ask');
    for (const _ of [1, 2, 3]) expect((await una.send(form, ASKED)).path).toBe('/join/asked');
    expect(mailsIn(web)).toHaveLength(1);
  });

  it('is told what is missing or too long, and keeps what they wrote', async () => {
    const web = await aWeb();
    const una = aVisitor(web, 'fr');
    const wrong = await una.send(await una.get('/join/ask?lang=fr'), {
      ...ASKED,
      reach: ' ',
      papers: 'x'.repeat(2_001),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(fr.askCode.missing.reach);
    expect(wrong.html).toContain('href="#f-papers"');
    expect(wrong.html).toContain('value="Una Nowhere"');
    const nothing = { name: '', papers: '\u2060', reach: '\u200b', reference: '' };
    const blank = await una.send(await una.get('/join/ask'), nothing);
    for (const text of Object.values(fr.askCode.missing)) expect(blank.text).toContain(text);
    expect(mailsIn(web)).toEqual([]);
  });

  it('may type anything: it goes along as text, without the marks that turn a line round', async () => {
    const web = await aWeb();
    const una = aVisitor(web);
    await una.send(await una.get('/join/ask'), { ...ASKED, name: 'Una\u202E <script>alert(1)</script>' });
    expect(mailsIn(web)[0]?.name).toBe('Una <script>alert(1)</script>');
  });

  it('learns nothing of any case: an unknown reference is taken like a known one', async () => {
    const web = await aWeb();
    const una = aVisitor(web);
    const answers: string[] = [];
    for (const reference of ['DEP-2026-000001', 'DEP-2026-999999'])
      answers.push((await una.send(await una.get('/join/ask'), { ...ASKED, reference })).text);
    expect(answers[0]).toBe(answers[1]);
  });

  it('is asked to come back later after five within the hour, and loses nothing', async () => {
    const web = await aWeb();
    const una = aVisitor(web);
    for (let times = 0; times < 5; times += 1) await una.send(await una.get('/join/ask'), ASKED);
    const sixth = await una.send(await una.get('/join/ask'), ASKED);
    expect([sixth.status, sixth.text]).toEqual([422, expect.stringContaining('help@tribunal.example')]);
    expect(sixth.html).toContain(ASKED.papers);
    expect(mailsIn(web)).toHaveLength(5);
  });
});
