import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { readPdf } from '../http/read-pdf.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb, type WebOptions } from './a-web.ts';

/** Ben has been served, and has not answered. */
const SERVED = STORY.negotiation.slice(0, 6);
const HERE = `/cases/${CASE}`;
const LIST = `${HERE}/act/FILE_RESPONSE?party=${PARTIES.ben}`;
const CHECK = `${HERE}/act/FILE_RESPONSE/check?party=${PARTIES.ben}`;
const question = (name: string) => `${HERE}/act/FILE_RESPONSE/questions/${name}?party=${PARTIES.ben}`;
const HOSTILE = '</dd><script>alert(1)</script>\u202E\u0000😀 She broke it.';

interface Answered {
  readonly web: TestWeb;
  readonly ben: Visitor;
  /** The page on which all answers are looked at, before they are sent. */
  readonly check: Seen;
}

async function answered(options: WebOptions = {}, reasons = HOSTILE): Promise<Answered> {
  const web = await aWeb({ happenings: SERVED, ...options });
  const ben = aVisitor(web);
  await ben.signIn('ben@example.org');
  const second = await ben.send(await ben.get(question('position')), { position: 'disagree' });
  return { web, ben, check: await ben.send(second, { reasons }) };
}

const sentFrom = (page: Seen) => page.path.replace(/\?.*/, '');

describe('who has sent a form', () => {
  it('reads that it was sent, under which reference, what happens next, and what they said', async () => {
    const { ben, check } = await answered();
    const sent = await ben.send(check);
    expect(sent.path).toMatch(new RegExp(`^${HERE}/sent/[^/?]+$`));
    expect(sent.html).toContain('govuk-panel--confirmation');
    for (const said of ['Sent: Respond', 'DEP-2026-000001', en.sent.wrong, 'I disagree', 'She broke it.'])
      expect(sent.text).toContain(said);
    expect(sent.html).toContain('class="card turn');
    expect(sent.html).not.toContain('<script>alert');
    expect((await ben.get(sent.path)).text).toContain('Sent: Respond');
  });

  it('takes it along as a PDF that a screen reader can read', async () => {
    const { web, ben, check } = await answered();
    const sent = await ben.send(check);
    const token = { headers: { authorization: `Bearer ${web.token('ben')}` } };
    const file = await web.app.request(`${web.origin}${sentFrom(sent)}/answers.pdf?lang=en`, token);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="DEP-2026-000001/);
    const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
    expect(pdf).toMatchObject({ isAccessible: true, language: 'en-CA' });
    for (const said of ['What you sent: Respond', 'I disagree', 'She broke it.', 'Ben Okri'])
      expect(pdf.words).toContain(said);
  });

  it('is told on the page when the PDF cannot be made just now', async () => {
    const { ben, check } = await answered({
      ports: {
        renderDocument: () => {
          throw new Error('away');
        },
        logError: () => {},
      },
    });
    const sent = await ben.send(check);
    const file = await ben.get(`${sentFrom(sent)}/answers.pdf`);
    expect([file.status, file.text]).toEqual([503, expect.stringContaining(en.sent.noFile)]);
  });

  it('is shown what was sent when they press “send” again, in another tab or by the back button', async () => {
    const { web, ben, check } = await answered();
    const sent = await ben.send(check);
    const before = web.tribunal.caseFile(CASE).version;
    for (const again of [await ben.send(check), await ben.get(CHECK), await ben.get(LIST)]) {
      expect(again.path).toBe(`${sentFrom(sent)}?again`);
      expect(again.text).toContain(en.sent.again);
    }
    expect(web.tribunal.caseFile(CASE).version).toBe(before);
  });

  it('sends nothing of what is asked no more', async () => {
    const { web, ben } = await answered({}, 'Never sent.');
    const check = await ben.send(await ben.get(`${question('position')}&from=check`), { position: 'agree' });
    expect((await ben.send(check)).text).not.toContain('Never sent.');
    const journal = web.tribunal.registry.read((reads) => [...reads.journalInOrder(CASE)]);
    expect(JSON.stringify(journal)).not.toContain('Never sent.');
  });

  it('is alone with it: for the other side, the tribunal and strangers there is nothing', async () => {
    const { web, ben, check } = await answered();
    const path = sentFrom(await ben.send(check));
    const missing = await aVisitorOf(web, 'ada').then((ada) => ada.get(`${HERE}/sent/nothing`));
    for (const name of ['ada', 'hana', 'rita', 'mia', 'fay', 'eve']) {
      const other = await aVisitorOf(web, name);
      for (const at of [path, `${path}/answers.pdf`, `${path}?again`]) {
        const seen = await other.get(at);
        expect(seen.status, `${name} ${at}`).toBe(404);
        expect(seen.text, name).not.toContain('She broke it');
      }
    }
    expect(missing.status).toBe(404);
  });
});

describe('what only the tribunal may read', () => {
  it('stands in the confirmation of who wrote it, and not in that of who helps them', async () => {
    const web = await aWeb({ happenings: STORY.negotiation.slice(0, 8) });
    const entries = web.tribunal.registry.read((reads) => [...reads.journalInOrder(CASE)]);
    const submit = entries.find(({ command }) => command.kind === 'event' && command.type === 'SUBMIT')?.id ?? '';
    const [ada, hana] = [await aVisitorOf(web, 'ada'), await aVisitorOf(web, 'hana')];
    const path = `${HERE}/sent/${submit}`;
    expect((await ada.get(path)).text).toContain('Bank 001, account 42');
    const helper = await hana.get(path);
    expect([helper.status, helper.text.includes('He kept my deposit.')]).toEqual([200, true]);
    expect(helper.text).not.toContain('account 42');
  });

  it('is never what was said in the talks', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const entries = web.tribunal.registry.read((reads) => [...reads.journalInOrder(CASE)]);
    const ada = await aVisitorOf(web, 'ada');
    const talks = entries.filter(({ command }) => command.kind === 'event' && /OFFER|SEND/.test(command.type));
    expect(talks.length).toBeGreaterThan(3);
    for (const { id } of talks) expect((await ada.get(`${HERE}/sent/${id}`)).status).toBe(404);
  });
});

describe('who has begun a form and not sent it', () => {
  it('is reminded of it in the case and in the list, until it is sent', async () => {
    const { ben, check } = await answered();
    for (const path of [HERE, '/cases']) {
      const seen = await ben.get(path);
      expect(seen.html, path).toContain(`href="${LIST}"`);
    }
    expect((await ben.get(HERE)).text).toContain('You have begun this and not sent it: Respond.');
    await ben.send(check);
    for (const path of [HERE, '/cases']) expect((await ben.get(path)).html, path).not.toContain(`href="${LIST}"`);
  });

  it('keeps what was refused of a short form, also in another language', async () => {
    const web = await aWeb({ happenings: SERVED.slice(0, 1) });
    const ada = await aVisitorOf(web, 'ada');
    const path = `${HERE}/act/SUBMIT`;
    const wrong = await ada.send(await ada.get(path), { amount: 'much', what: 'He kept it.' });
    expect(wrong.status).toBe(422);
    const french = await ada.get(`${path}?lang=fr`);
    expect([french.status, french.html.includes('<html lang="fr"')]).toEqual([200, true]);
    for (const typed of ['value="much"', 'He kept it.', 'govuk-error-message']) expect(french.html).toContain(typed);
    const sent = await ada.send(french, { amount: '1200', what: 'He kept it.' });
    expect(sent.path).toContain('/sent/');
    const draft = { userId: 'ada', caseId: CASE, event: 'SUBMIT', party: '' };
    expect(web.tribunal.registry.read((reads) => reads.draft(draft))).toBeUndefined();
  });
});

describe('who wants to go on later', () => {
  const links = (web: TestWeb) =>
    web.tribunal.registry
      .read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100))
      .filter(({ kind }) => kind === 'formLink')
      .map(({ payload }) => payload);

  it('is mailed a link to the form, once for a press, with what they had just typed kept', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = await aVisitorOf(web, 'ben');
    const page = await ben.get(question('position'));
    const list = await ben.send(page, { position: 'disagree', _later: '1' });
    expect([list.path, list.text]).toEqual([`${LIST}&later=mailed`, expect.stringContaining('ben@example.org')]);
    expect(list.text).toContain('Answered so far: 1 of 2.');
    await ben.send(page, { position: 'disagree', _later: '1' });
    expect(links(web)).toEqual([
      expect.objectContaining({ email: 'ben@example.org', title: 'Respond', link: `${web.origin}${LIST}` }),
    ]);
    const phone = aVisitor(web);
    expect((await phone.signIn('ben@example.org', LIST)).text).toContain('Answered so far: 1 of 2.');
  });

  it('is mailed a few in an hour, and no more', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = await aVisitorOf(web, 'ben');
    const paths: string[] = [];
    for (let press = 0; press < 7; press += 1) paths.push((await ben.send(await ben.get(LIST))).path);
    expect(paths.filter((path) => path.endsWith('later=mailed'))).toHaveLength(5);
    expect((await ben.get(`${LIST}&later=tooOften`)).text).toContain(en.guided.mailedOften);
    expect(links(web)).toHaveLength(5);
  });

  it('gets none for a case that is not theirs', async () => {
    const web = await aWeb({ happenings: SERVED });
    const eve = await aVisitorOf(web, 'eve');
    expect((await eve.post(`${HERE}/act/FILE_RESPONSE/later?party=${PARTIES.ben}`)).status).toBe(404);
    expect(links(web)).toEqual([]);
  });
});

async function aVisitorOf(web: TestWeb, name: string): Promise<Visitor> {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`);
  return visitor;
}
