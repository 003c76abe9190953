import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

/** Ben has been served, and has not answered. */
const SERVED = STORY.negotiation.slice(0, 6);
const HERE = `/cases/${CASE}`;
const party = `party=${PARTIES.ben}`;
const LIST = `${HERE}/act/FILE_RESPONSE?${party}`;
const CHECK = `${HERE}/act/FILE_RESPONSE/check?${party}`;
const page = (name: string) => `${HERE}/act/FILE_RESPONSE/questions/${name}?${party}`;

async function aRespondent(): Promise<{ readonly web: TestWeb; readonly ben: Visitor }> {
  const web = await aWeb({ happenings: SERVED });
  const ben = aVisitor(web);
  await ben.signIn('ben@example.org');
  return { web, ben };
}

describe('who answers a form of several pages', () => {
  it('goes from one question to the next, looks at all answers, and sends them', async () => {
    const { web, ben } = await aRespondent();
    const list = await ben.get(LIST);
    expect(list.text).toContain('Answered so far: 0 of 1.');
    expect(list.html).toContain(`href="${page('position').replaceAll('&', '&amp;')}"`);
    const reasons = await ben.send(await ben.get(page('position')), { position: 'disagree' });
    expect(reasons.path).toBe(page('reasons'));
    expect((await ben.get(LIST)).text).toContain('Answered so far: 1 of 2.');
    const check = await ben.send(reasons, { reasons: 'It was clean.' });
    expect([check.path, check.text]).toEqual([CHECK, expect.stringContaining('It was clean.')]);
    expect(web.tribunal.caseFile(CASE).parties[1]?.responded).toBe(false);
    const done = await ben.send(check);
    expect(done.text).toContain('Sent: Respond');
    expect(web.tribunal.caseFile(CASE).parties[1]?.data.response).toEqual({
      position: 'disagree',
      reasons: 'It was clean.',
    });
    expect((await ben.get(page('reasons'))).text).toContain(en.sent.again);
  });

  it('goes on where they were, on another device', async () => {
    const { web, ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const phone = aVisitor(web);
    await phone.signIn('ben@example.org');
    expect((await phone.get(LIST)).text).toContain('Answered so far: 1 of 2.');
    expect((await phone.get(page('position'))).html).toMatch(/value="disagree"[^>]*checked/);
  });

  it('loses nothing in two tabs: each keeps its own question', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const [one, other] = [await ben.get(page('position')), await ben.get(page('reasons'))];
    await ben.send(other, { reasons: 'From the other tab.' });
    await ben.send(one, { position: 'disagree' });
    const check = await ben.get(CHECK);
    expect(check.text).toContain('From the other tab.');
    expect(check.text).toContain('I disagree');
  });

  it('has not answered with what nobody can see', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const refused = await ben.send(await ben.get(page('reasons')), { reasons: '\u200b\u2800' });
    expect([refused.status, refused.text.includes(en.wrong.required)]).toEqual([422, true]);
  });

  it('finds what was refused as they typed it, when they come back later', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const long = `Far too long. ${'x'.repeat(5_000)}`;
    const refused = await ben.send(await ben.get(page('reasons')), { reasons: long });
    expect([refused.status, refused.html.includes(long)]).toEqual([422, true]);
    const list = await ben.get(LIST);
    expect(list.text).toContain(en.guided.wrong);
    const again = await ben.get(page('reasons'));
    expect([again.status, again.html.includes(long), again.html.includes('class="govuk-error-message"')]).toEqual([
      200,
      true,
      true,
    ]);
    const check = await ben.get(CHECK);
    const tried = await ben.send(check);
    expect([tried.status, tried.html.includes('href="#f-reasons"')]).toEqual([422, true]);
  });

  it('changes an answer from the list of all, and comes back to it', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.send(await ben.get(page('position')), { position: 'disagree' }), { reasons: 'One.' });
    const change = `${page('reasons')}&from=check`;
    expect((await ben.get(CHECK)).html).toContain(`href="${change.replaceAll('&', '&amp;')}"`);
    const back = await ben.send(await ben.get(change), { reasons: 'Two.' });
    expect([back.path, back.text]).toEqual([CHECK, expect.stringContaining('Two.')]);
  });

  it('is not asked what no longer applies, and what they had written there is not sent', async () => {
    const { web, ben } = await aRespondent();
    await ben.send(await ben.send(await ben.get(page('position')), { position: 'disagree' }), {
      reasons: 'Never sent.',
    });
    const check = await ben.send(await ben.get(`${page('position')}&from=check`), { position: 'agree' });
    expect([check.path, check.text.includes('Never sent.')]).toEqual([CHECK, false]);
    expect((await ben.get(page('reasons'))).path).toBe(LIST);
    await ben.send(check);
    expect(web.tribunal.caseFile(CASE).parties[1]?.data.response).toEqual({ position: 'agree' });
  });

  it('is told when it is more than can be kept, and what was kept before stays', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const flood = await ben.send(await ben.get(page('reasons')), { reasons: 'x'.repeat(500_000) });
    expect([flood.status, flood.text.includes(en.guided.tooLong)]).toEqual([422, true]);
    expect((await ben.get(LIST)).text).toContain('Answered so far: 1 of 2.');
  });

  it('is alone with what they have not sent: nobody else in the case sees a word of it', async () => {
    const { web, ben } = await aRespondent();
    await ben.send(await ben.send(await ben.get(page('position')), { position: 'disagree' }), {
      reasons: 'SECRET DRAFT',
    });
    for (const name of ['ada@example.org', 'rita@example.org', 'mia@example.org']) {
      const other = aVisitor(web);
      await other.signIn(name);
      for (const path of [HERE, LIST, CHECK, page('reasons')])
        expect((await other.get(path)).text, `${name} ${path}`).not.toContain('SECRET DRAFT');
    }
    const eve = aVisitor(web);
    await eve.signIn('eve@example.org');
    for (const path of [LIST, CHECK, page('reasons'), page('nothing')]) expect((await eve.get(path)).status).toBe(404);
  });

  it('may write anything: it stands there as text', async () => {
    const { ben } = await aRespondent();
    await ben.send(await ben.get(page('position')), { position: 'disagree' });
    const hostile = '</textarea><script>alert(1)</script>\u202E\u0000😀"\'&lt;';
    const check = await ben.send(await ben.get(page('reasons')), { reasons: hostile });
    expect(check.html).not.toContain('<script>alert');
    expect((await ben.get(page('reasons'))).html).not.toContain('<script>alert');
    expect((await ben.send(check)).text).toContain('Sent: Respond');
  });
});
