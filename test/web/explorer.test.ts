import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../src/domain/texts/durations.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import { aWebWithExplorer, depositWithExplorer } from './a-deposit-explorer.ts';
import { aVisitor } from './a-visitor.ts';

const START = '/explore/deposit';
const HERE = `${START}?q.what=deposit&q.asked=yes`;
const LETTER = `${START}?q.what=deposit&q.asked=no`;

const question = (title: string) => expect.stringMatching(new RegExp(`<h1[^>]*>\\s*${title.replace('?', '\\?')}`));

describe('someone who has no account and wonders whether this is the place', () => {
  it('finds the questions from the first page, and answers them one by one', async () => {
    const visitor = aVisitor(await aWebWithExplorer());
    expect((await visitor.get('/')).html).toContain(`href="${START}"`);
    const first = await visitor.get(START);
    expect([first.status, first.html]).toEqual([200, question('What is it about?')]);
    const second = await visitor.get(`${START}?_asked=what&q.what=deposit`);
    expect([second.path, second.html]).toEqual([`${START}?q.what=deposit`, question('Have you asked?')]);
    expect(second.text).toContain('A deposit');
    const end = await visitor.get(`${START}?q.what=deposit&_asked=asked&q.asked=yes`);
    expect([end.path, end.text]).toEqual([HERE, expect.stringContaining('This is the place')]);
  });

  it('is told to choose where they chose nothing', async () => {
    const empty = await aVisitor(await aWebWithExplorer()).get(`${START}?_asked=what`);
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining(en.explore.choose)]);
    expect(empty.html).toContain('href="#f-q.what"');
  });

  it('goes back, and changes an answer without losing those after it', async () => {
    const visitor = aVisitor(await aWebWithExplorer());
    const end = await visitor.get(HERE);
    expect(end.html).toContain(`${START}?q.what=deposit&amp;q.asked=yes&amp;_change=asked`);
    const change = await visitor.get(`${HERE}&_change=what`);
    expect(change.html).toMatch(/value="deposit"[^>]*checked/);
    expect(change.html).toContain('name="q.asked" value="yes"');
    const on = await visitor.get(`${START}?q.asked=yes&_asked=what&q.what=things`);
    expect([on.path, on.text]).toEqual([
      `${START}?q.what=things&q.asked=yes`,
      expect.stringContaining('This is the place'),
    ]);
  });

  it.each([
    ['an answer that there never was', '?q.what=nonsense&q.asked=yes', 'What is it about?'],
    ['an answer to a question that there is not', '?q.no=1&q.what=deposit', 'Have you asked?'],
    ['a name that all objects have', '?q.what=toString&q.__proto__=x', 'What is it about?'],
    ['a question to change that there is not', '?q.what=deposit&_change=constructor', 'Have you asked?'],
    ['markup', '?q.what=%3Cscript%3Ealert(1)%3C/script%3E', 'What is it about?'],
    ['what is no text', '?q.what=%00%E2%80%AE%F0%9F%98%80&_asked=%00', 'What is it about?'],
    ['half a percent sign', '?q.what=%E0%A4%A&q.asked=%', 'What is it about?'],
    ['far too much', `?q.what=${'x'.repeat(10_000)}`, 'What is it about?'],
  ])('is led to the right question by an address with %s', async (_, search, title) => {
    const page = await aVisitor(await aWebWithExplorer()).get(START + search);
    expect([page.status, page.html]).toEqual([200, question(title)]);
    expect(page.html).not.toContain('<script>alert');
  });

  it('finds nothing at the questions of a process that has none, or does not exist', async () => {
    const { explorer: _, ...without } = depositWithExplorer;
    const visitor = aVisitor(await aWebWithExplorer(without));
    expect((await visitor.get('/')).html).not.toContain('/explore/');
    const paths = [START, '/explore/nothing', '/explore/__proto__', `${START}/letters/letter/1`];
    expect(await Promise.all(paths.map(async (path) => (await visitor.get(path)).status))).toEqual([
      404, 404, 404, 404,
    ]);
  });

  it('reads what a claim costs, that it can be waived, and where else to go', async () => {
    const visitor = aVisitor(await aWebWithExplorer());
    const end = await visitor.get(HERE);
    expect(end.text).toContain('$75.00');
    expect(end.text).toContain('It costs $125.00 if “Amount” is more than $3,000.00.');
    expect(end.text).toContain(en.explore.waiver);
    const elsewhere = await visitor.get(`${START}?q.what=rent`);
    expect(elsewhere.html).toContain('href="https://example.org/rent"');
    expect([elsewhere.text.includes(en.explore.costs), elsewhere.html.includes('/start/deposit')]).toEqual([
      false,
      false,
    ]);
  });

  it('is offered no claim where the tribunal alone opens cases', async () => {
    const visitor = aVisitor(await aWebWithExplorer({ ...depositWithExplorer, opens: ['registrar'] }));
    expect((await visitor.get(HERE)).html).not.toContain('/start/deposit');
  });

  it('reads a letter on the page, and takes it along under a name that is safe', async () => {
    const web = await aWebWithExplorer();
    const page = await aVisitor(web).get(LETTER);
    expect(page.html).toContain('Now &amp; &lt;here&gt;.');
    expect(page.html).not.toContain('<script>alert');
    const file = await web.as('stranger', 'GET', `${START}/letters/letter/1`);
    expect(file.headers.get('content-disposition')).toContain(
      'filename="letter-script-alert-1-script-give-it-back.docx"',
    );
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text).toContain('Now &amp; &lt;here&gt;.');
    expect(text).toMatch(/highlight[^>]*yellow[\s\S]*\[name\]/);
    const french = await web.as('stranger', 'GET', `${START}/letters/letter/1?lang=fr`);
    expect(french.headers.get('content-disposition')).toContain('filename="lettre-rendez-le.docx"');
    for (const wrong of ['0', '2', '-1', '1e0', 'x', '%00'])
      expect((await web.as('stranger', 'GET', `${START}/letters/letter/${wrong}`)).status, wrong).toBe(404);
  });
});

describe('how long it takes', () => {
  const ended = (days: number): Ending => ({
    outcome: 'settled',
    openedAt: '2026-01-01T12:00:00.000Z',
    closedAt: new Date(Date.parse('2026-01-01T12:00:00.000Z') + days * 86_400_000).toISOString(),
  });

  it('is said by the stages’ targets while too few cases have ended, and says so', async () => {
    const { text } = await aVisitor(await aWebWithExplorer()).get(HERE);
    expect(text).toContain('Fewer than 10 cases have ended yet');
    expect(text).toContain('Application: at most 5 days');
  });

  it('is said by the cases of all registries, counted at most once an hour; one that is away is left out', async () => {
    let asked = 0;
    const desk = (answer: () => Promise<readonly Ending[]>) => ({ id: 'east', endings: answer }) as never;
    const others = [
      desk(async () => {
        asked += 1;
        return Array.from({ length: 10 }, (_, n) => ended((n + 1) * 10));
      }),
      desk(async () => Promise.reject(new Error('away'))),
    ];
    const web = await aWebWithExplorer(depositWithExplorer, { ports: { everywhere: { others: () => others } } });
    const visitor = aVisitor(web);
    for (const path of [HERE, LETTER, HERE])
      expect((await visitor.get(path)).text).toContain(
        'Settled: half were over within 8 weeks, and 8 in 10 within 12 weeks (10 cases).',
      );
    expect(asked).toBe(1);
    const answer = await web.as('stranger', 'GET', '/api/v1/workflows/deposit/durations');
    expect(await answer.json()).toEqual({
      items: [{ outcome: 'settled', cases: 10, half: 50, most: 80 }],
      next: null,
    });
  });
});

describe('who starts a claim after the questions', () => {
  it('signs in, names the people, and finds in the form what they had answered, to be changed', async () => {
    const web = await aWebWithExplorer();
    const visitor = aVisitor(web);
    const end = await visitor.get(HERE);
    const [, start = ''] = /href="(\/start\/deposit[^"]*)"/.exec(end.html) ?? [];
    expect(start).toBe('/start/deposit?q.what=deposit');
    const people = await visitor.signIn('ann@example.org', start);
    expect(people.path).toBe(start);
    expect(people.text).toMatch(/What is kept\? *My deposit/);
    const twice = await visitor.send(people, { 'applicant.1.name': 'Ann', 'respondent.1.name': 'Bob' }, 'applicant');
    expect(twice.html).toContain('name="applicant.2.name"');
    const list = await visitor.send(twice, { 'applicant.1.name': 'Ann', 'respondent.1.name': 'Bob' });
    expect(list.path).toMatch(/^\/cases\/[^/]+\/act\/SUBMIT$/);
    expect(list.text).toContain('Answered so far: 1 of 2.');
    expect(list.text).toContain(en.explore.carriedTag);
    const kind = await visitor.get(`${list.path}/questions/kind`);
    expect(kind.html).toMatch(/value="deposit"[^>]*checked/);
    expect(kind.text).toContain(en.explore.carriedHint);
    expect((await visitor.get(`${list.path}/check`)).text).toContain(`My deposit ${en.explore.carriedTag}`);
    await visitor.send(kind, { kind: 'things' });
    expect((await visitor.get(list.path)).text).not.toContain(en.explore.carriedTag);
    expect((await visitor.get(`${list.path}/questions/kind`)).html).toMatch(/value="things"[^>]*checked/);
  });

  it('carries over nothing that the newest questions do not have', async () => {
    const visitor = aVisitor(await aWebWithExplorer());
    const people = await visitor.signIn('ann@example.org', '/start/deposit?q.what=gone&q.asked=yes&q.x=1');
    expect(people.text).not.toContain(en.explore.carriedText);
    const done = await visitor.send(people, { 'applicant.1.name': 'Ann', 'respondent.1.name': 'Bob' });
    expect(done.path).toMatch(/^\/cases\/[^/]+$/);
  });

  it('takes somebody away again whom they had added, and keeps the others as typed', async () => {
    const visitor = aVisitor(await aWebWithExplorer());
    let page = await visitor.signIn('ann@example.org', '/start/deposit');
    expect(page.text.split(en.start.otherSide).length, 'said once, of the other side').toBe(2);
    const typed = {
      'applicant.1.name': 'Ann',
      'respondent.1.name': 'Bob',
      'respondent.2.name': 'Ben',
      'respondent.3.name': 'Bea',
      'respondent.3.email': 'bea@example.org',
      'respondent.3.outside': 'yes',
    };
    page = await visitor.send(page, { ...typed, _remove: 'respondent.2' });
    expect(page.html).toMatch(/name="respondent.2.name"[^>]*value="Bea"/);
    expect(page.html).toMatch(/name="respondent.2.outside"[^>]*checked/);
    expect(page.html).not.toContain('Ben');
    expect(page.html).not.toContain('respondent.3.name');
    const french = await visitor.press(
      { ...page, html: page.html.replaceAll('action="?', 'action="/start/deposit?') },
      '/start/deposit?lang=fr',
    );
    expect(french.html).toMatch(/<html lang="fr"[\s\S]*name="respondent.2.name"[^>]*value="Bea"/);
    for (const hostile of ['x', '..', 'respondent.', 'respondent.99', '__proto__.1', '.1'])
      expect((await visitor.send(page, { 'applicant.1.name': 'Ann', _remove: hostile })).status, hostile).toBe(200);
  });
});
