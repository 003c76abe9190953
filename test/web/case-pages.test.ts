import { describe, expect, it } from 'vitest';
import { UPLOAD_REFUSALS } from '../../src/app/documents/upload-refusals.ts';
import { REFUSAL_REASONS } from '../../src/domain/refusal.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb } from './a-web.ts';

/** Ben has been served, and has not answered. */
const SERVED = STORY.negotiation.slice(0, 6);
const HERE = `/cases/${CASE}`;
const RESPOND = `${HERE}/act/FILE_RESPONSE?party=${PARTIES.ben}`;
const POSITION = `${HERE}/act/FILE_RESPONSE/questions/position?party=${PARTIES.ben}`;
const HOSTILE = '<script>alert(1)</script>"\'&lt;';

/** As far as the page on which all answers are looked at. */
async function answered(visitor: Visitor, reasons: string): Promise<Seen> {
  const next = await visitor.send(await visitor.get(POSITION), { position: 'disagree' });
  return visitor.send(next, { reasons });
}

describe('signing in', () => {
  it('leads back to where someone came from', async () => {
    const ben = aVisitor(await aWeb({ happenings: SERVED }));
    const asked = await ben.get(HERE);
    expect(asked.path).toBe(`/sign-in?next=${encodeURIComponent(HERE)}`);
    const there = await ben.signIn('ben@example.org', HERE);
    expect([there.path, there.status]).toEqual([HERE, 200]);
  });

  it('leads to no other site', async () => {
    const web = await aWeb({ happenings: SERVED });
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      '/cases/..//evil.example/cases',
      '/%2e//evil.example',
      'javascript:1',
    ]) {
      const there = await aVisitor(web).signIn('ben@example.org', `/sign-in?next=${encodeURIComponent(next)}`);
      expect(there.path, next).toBe('/cases');
    }
  });

  it('answers the same for an address that is known and for one that is not', async () => {
    const web = await aWeb({ happenings: SERVED });
    const answers = await Promise.all(
      ['ben@example.org', 'bob@example.org'].map(async (email) => {
        const visitor = aVisitor(web);
        const { status, html } = await visitor.send(await visitor.get('/sign-in'), { email });
        return [status, html.replaceAll(email, '…').replace(/nonce="[\w-]+"/, '')];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('is asked for in the language of the address', async () => {
    const visitor = aVisitor(await aWeb({ happenings: SERVED }));
    expect((await visitor.get(`${HERE}?lang=fr`)).text).toContain(fr.signIn.lead);
  });

  it('says what is wrong with an address or a code, and keeps it', async () => {
    const visitor = aVisitor(await aWeb({ happenings: SERVED }));
    const wrong = await visitor.send(await visitor.get('/sign-in'), { email: HOSTILE });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`href="#f-email"`);
    expect(wrong.html).not.toContain('<script>alert');
    const asked = await visitor.send(wrong, { email: 'ben@example.org' });
    const refused = await visitor.send(asked, { code: '12' });
    expect(refused.text).toContain(en.signIn.badCode);
  });

  it('ends with one click', async () => {
    const ben = aVisitor(await aWeb({ happenings: SERVED }));
    const home = await ben.signIn('ben@example.org');
    await ben.send({ ...home, html: `<main>${home.html}` });
    expect((await ben.get(HERE)).path).toContain('/sign-in');
  });
});

describe('a respondent', () => {
  it('reads whose turn it is, until when and why, and answers', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = aVisitor(web);
    const theCase = await ben.signIn('ben@example.org', HERE);
    expect(theCase.text).toMatch(/Your turn: .* You have until Monday 16 March 2026, 11:59 p.m. Pacific time/);
    expect(theCase.text).toContain(en.theCase.why);
    const done = await ben.send(await answered(ben, HOSTILE));
    expect(done.path).toMatch(new RegExp(`^${HERE}/sent/[^/?]+$`));
    expect(done.text).toContain('Sent: Respond');
    expect(done.html).not.toContain('<script>alert');
    expect(web.tribunal.caseFile(CASE).parties[1]).toMatchObject({ userId: 'ben', responded: true });
    expect(done.html).toContain('&lt;script&gt;alert(1)');
  });

  it('finds the dispute in the list, and gets it in French', async () => {
    const ben = aVisitor(await aWeb({ happenings: SERVED }), 'fr');
    const list = await ben.signIn('ben@example.org', '/cases?lang=fr');
    expect(list.text).toContain(fr.cases.title);
    const theCase = await ben.get(HERE);
    expect(theCase.html).toContain('<html lang="fr" ');
    expect(theCase.text).toContain('Vous avez jusqu’au lundi 16 mars 2026 à 23 h 59');
    const wrong = await ben.send(await ben.get(POSITION), {});
    expect(wrong.text).toContain(fr.wrong.required);
  });

  it('is told what is missing beside the fields, and types nothing twice', async () => {
    const ben = aVisitor(await aWeb({ happenings: SERVED }));
    await ben.signIn('ben@example.org');
    const wrong = await ben.send(await ben.get(POSITION), {});
    expect([wrong.status, wrong.text.includes(en.errors.title)]).toEqual([422, true]);
    expect(wrong.html).toContain('href="#f-position"');
    expect(wrong.html).toContain('id="f-position"');
    expect(wrong.html).toMatch(/<title>Error: /);
    const reasons = await ben.send(wrong, { position: 'disagree' });
    const tooLong = await ben.send(reasons, { reasons: `Kept ${HOSTILE}${'x'.repeat(4_000)}` });
    expect(tooLong.status).toBe(422);
    expect(tooLong.html).toContain('Kept &lt;script&gt;');
  });

  it('who presses twice has answered once', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = aVisitor(web);
    await ben.signIn('ben@example.org');
    const form = await answered(ben, 'No.');
    const both = await Promise.all([ben.send(form), ben.send(form)]);
    expect(both.map(({ path, status }) => [path.replace(/[^/]+$/, ''), status])).toEqual(
      Array(2).fill([`${HERE}/sent/`, 200]),
    );
    const journal = await web.as('ben', 'GET', `/api/v1/cases/${CASE}/journal`);
    const { items } = (await journal.json()) as { items: { type: string }[] };
    expect(items.filter(({ type }) => type === 'FILE_RESPONSE')).toHaveLength(1);
    expect((await ben.get(RESPOND)).text).toContain(en.sent.again);
  });

  it('who comes a second time is shown what was sent the first time', async () => {
    const web = await aWeb({ happenings: SERVED });
    const [ben, elsewhere] = [aVisitor(web), aVisitor(web)];
    await ben.signIn('ben@example.org');
    await elsewhere.signIn('ben@example.org');
    const form = await answered(ben, 'The carpet was ruined.');
    await elsewhere.send(form);
    const late = await ben.send({
      ...form,
      html: form.html.replace(/name="_key" value="[^"]*"/, 'name="_key" value="k2"'),
    });
    expect([late.path, late.text.includes(en.sent.again)]).toEqual([expect.stringMatching(/\/sent\/.*\?again$/), true]);
  });

  it('who was signed out meanwhile loses nothing that they wrote', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = aVisitor(web);
    await ben.signIn('ben@example.org');
    const reasons = await ben.send(await ben.get(POSITION), { position: 'disagree' });
    const stranger = aVisitor(web);
    const away = await stranger.send(reasons, { reasons: `Long "text" & more` });
    expect([away.status, away.text.includes(en.signIn.tooLongAway)]).toEqual([401, true]);
    expect(away.html).toContain('value="Long &quot;text&quot; &amp; more"');
    expect((await ben.send(away)).text).toContain('Long &quot;text&quot; &amp; more');
  });

  it('opens a letter, and it is known that they did', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = aVisitor(web);
    const theCase = await ben.signIn('ben@example.org', HERE);
    const letter = /href="(\/cases\/\w+\/notices\/\w+)"/.exec(theCase.html)?.[1] ?? '';
    expect(theCase.text).toContain(en.theCase.unread);
    expect((await ben.get(letter)).status).toBe(200);
    expect((await ben.get(HERE)).text).not.toContain(` ${en.theCase.unread} `);
  });
});

describe('a date to keep', () => {
  it('goes into one’s own calendar, with the reason and the way to act', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = aVisitor(web);
    const theCase = await ben.signIn('ben@example.org', HERE);
    expect(theCase.html).toContain(`href="${HERE}/dates.ics"`);
    const file = await ben.get(`${HERE}/dates.ics`);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = file.html.replace(/\r\n[ \t]/g, '').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'SUMMARY:Respond – DEP-2026-000001',
        'DTEND:20260317T065900Z',
        expect.stringMatching(/^DESCRIPTION:You have 14 days.*act\/FILE_RESPONSE/),
        'TRIGGER:-PT168H',
        'TRIGGER:-PT24H',
      ]),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    const web = await aWeb({ happenings: SERVED });
    const [ada, eve] = [aVisitor(web), aVisitor(web)];
    await ada.signIn('ada@example.org');
    expect((await ada.get(`${HERE}/dates.ics`)).html).not.toContain('BEGIN:VEVENT');
    await eve.signIn('eve@example.org');
    expect((await eve.get(`${HERE}/dates.ics`)).status).toBe(404);
  });
});

describe('an address that was cut short', () => {
  it('leads to the first page of one’s disputes', async () => {
    const ben = aVisitor(await aWeb({ happenings: SERVED }));
    const first = await ben.signIn('ben@example.org', '/cases');
    const cut = await ben.get('/cases?cursor=garbage');
    expect([cut.path, cut.status, cut.text]).toEqual(['/cases', 200, first.text]);
  });
});

describe('what someone may not see', () => {
  it('is the page of an address where there is nothing, byte for byte', async () => {
    const web = await aWeb({ happenings: SERVED });
    const eve = aVisitor(web);
    await eve.signIn('eve@example.org');
    const unknown = await eve.get(`/cases/${'0'.repeat(26)}`);
    expect(unknown.status).toBe(404);
    for (const path of [HERE, RESPOND, `${HERE}/act/NOTHING`, `${HERE}/notices/none`, '/start/nothing', '/nowhere']) {
      const page = await eve.get(path.split('?')[0] ?? path);
      expect([page.status, page.html], path).toEqual([404, unknown.html]);
    }
  });

  it('is not on the page of a member who is to decide: no offer, no word of the talks', async () => {
    const web = await aWeb({ happenings: STORY.assigned });
    const [mia, fay] = [aVisitor(web), aVisitor(web)];
    const seen = await mia.signIn('mia@example.org', HERE);
    expect(seen.status).toBe(200);
    for (const secret of ['Shall we settle', 'For how much', '950', '900', '1,000.00'])
      expect(seen.html, secret).not.toContain(secret);
    expect((await fay.signIn('fay@example.org', `${HERE}/room`)).text).toContain('Shall we settle?');
  });

  it('says nobody was asked to sign in for it', async () => {
    const web = await aWeb({ happenings: SERVED });
    for (const id of [CASE, '0'.repeat(26)])
      expect((await aVisitor(web).get(`/cases/${id}`)).path).toContain('/sign-in?next=');
  });
});

describe('another site', () => {
  it('sends no form in a visitor’s name', async () => {
    const web = await aWeb({ happenings: SERVED });
    const headers = { cookie: `parley=${web.token('ben')}`, origin: 'https://evil.example' };
    for (const path of [RESPOND, '/join', '/start/deposit', '/sign-in', '/sign-in/code', '/sign-out']) {
      const response = await web.as('stranger', 'POST', path, { body: new FormData(), headers });
      expect(response.status, path).toBe(403);
    }
  });
});

describe('an applicant', () => {
  it('whose claim is being read is not told that it is up to them, only because they could take it back', async () => {
    const ada = aVisitor(await aWeb({ happenings: STORY.negotiation.slice(0, 3) }));
    const { text } = await ada.signIn('ada@example.org', HERE);
    expect(text).toContain(en.theCase.standing);
    expect(text).not.toContain(en.theCase.canDo);
  });

  it('starts a dispute with two respondents, and hands in the claim', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const zoe = aVisitor(web);
    const form = await zoe.signIn('zoe@example.org', '/start/deposit');
    const more = await zoe.send(form, { 'applicant.1.name': 'Zoe', 'respondent.1.name': HOSTILE }, 'respondent');
    expect(more.html).toContain('name="respondent.2.name"');
    expect(more.html).toContain('value="&lt;script&gt;');
    const wrong = await zoe.send(more, {
      'applicant.1.name': ' ',
      'respondent.1.name': 'Lee',
      'respondent.1.email': 'lee',
    });
    expect(wrong.html).toContain('href="#f-applicant.1.name"');
    expect(wrong.html).toContain('href="#f-respondent.1.email"');
    const people = { 'applicant.1.name': 'Zoe', 'respondent.1.name': 'Lee', 'respondent.2.name': 'Kim' };
    const [opened, again] = await Promise.all([zoe.send(more, people), zoe.send(more, people)]);
    expect(again.path).toBe(opened.path);
    const id = opened.path.split('/').at(-1) ?? '';
    expect(web.tribunal.caseFile(id).parties.map(({ name }) => name)).toEqual(['Zoe', 'Lee', 'Kim']);

    const submit = await zoe.get(`/cases/${id}/act/SUBMIT`);
    const unclear = await zoe.send(submit, { amount: '1.250', what: 'He kept it.' });
    expect(unclear.text).toContain(en.wrong.money);
    expect(unclear.html).toContain('value="1.250"');
    const done = await zoe.send(submit, { amount: '$1,250.50', what: 'He kept it.' });
    expect(done.text).toContain('Sent:');
    expect(web.tribunal.caseFile(id).data.application).toMatchObject({ amount: 125_050 });
  });

  it('is told what it costs before it is done', async () => {
    const web = await aWeb({ happenings: STORY.negotiation.slice(0, 1) });
    const ada = aVisitor(web);
    const page = await ada.signIn('ada@example.org', `${HERE}/act/SUBMIT`);
    expect(page.text).toMatch(/This costs \$\d/);
  });
});

describe('a letter’s code', () => {
  it('brings someone into the case, also when they press twice', async () => {
    const web = await aWeb({ happenings: SERVED });
    const path = `/api/v1/cases/${CASE}/parties/${PARTIES.ben}/invitation`;
    const { code } = (await (await web.as('rita', 'POST', path)).json()) as { code: string };
    const visitor = aVisitor(web);
    await visitor.signIn('benjamin@example.org');
    const form = await visitor.get('/join');
    expect((await visitor.send(form, { code: 'wrong' })).text).toContain(en.join.bad);
    const fresh = await visitor.get('/join');
    const both = await Promise.all([visitor.send(fresh, { code }), visitor.send(fresh, { code: code.toUpperCase() })]);
    expect(both.map((one) => one.path)).toContain(HERE);
    const twice = await Promise.all([visitor.send(fresh, { code }), visitor.send(fresh, { code })]);
    expect(twice.every((one) => one.path === HERE || one.status === 422)).toBe(true);
  });
});

describe('the catalogues', () => {
  it('have words for every refusal, in both languages', () => {
    for (const words of [en, fr]) {
      expect(Object.keys(words.refusals).toSorted()).toEqual(Object.keys(REFUSAL_REASONS).toSorted());
      expect(Object.keys(words.uploads)).toEqual(expect.arrayContaining(Object.keys(UPLOAD_REFUSALS)));
    }
  });
});

describe('the registry', () => {
  it('sees every case, and gives one to a member by name', async () => {
    const web = await aWeb({ happenings: STORY.toDecision });
    const rita = aVisitor(web);
    const list = await rita.signIn('rita@example.org');
    expect(list.text).toContain('DEP-2026-000001');
    const form = await rita.get(`${HERE}/act/ASSIGN`);
    expect(form.text).toMatch(/MIA \([^)]*open cases: \d/);
    expect(form.text).toContain('MIA');
    const done = await rita.send(form, { role: 'member', user: 'mia' });
    expect(done.text).toContain('Done: Give the case to someone');
    expect(web.tribunal.caseFile(CASE).assigned).toMatchObject({ member: 'mia' });
    const refused = await rita.send(await rita.get(`${HERE}/act/ASSIGN`), { role: 'member', user: 'fay' });
    expect([refused.status, refused.text.includes(en.refusals.Excluded)]).toEqual([422, true]);
  });
});
