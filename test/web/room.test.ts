import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import { CASE, EVIDENCE_DISPUTE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

const ROOM = `/cases/${CASE}/room`;
const HOSTILE = '<script>alert(1)</script>\u202Etxt.exe 🙂 "\'&lt;';

let web: TestWeb;
beforeEach(async () => {
  web = await aWeb({ happenings: STORY.negotiation });
});

async function signedIn(name: string, next = ROOM): Promise<Visitor> {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`, next);
  return visitor;
}

describe('the room of a case', () => {
  it('shows the offer on the table, what can be done about it, and what was said, to both sides', async () => {
    const ada = await signedIn('ada');
    const room = await ada.get(ROOM);
    expect(room.text).toContain('Offer by Ben Okri');
    expect(room.text).toContain('$950.00');
    expect(room.text).toMatch(/Stands until Monday 9 March 2026, 11:59 p.m. Pacific time \( *in 7 days *\)/);
    for (const event of ['ACCEPT_OFFER', 'COUNTER_OFFER', 'DECLINE_OFFER'])
      expect(room.html).toContain(`/cases/${CASE}/act/${event}`);
    for (const text of ['Shall we settle?', 'For how much?', 'You offered $1,000.00', 'Ben Okri offered $900.00'])
      expect(room.text).toContain(text);
    expect(room.text).not.toContain('I could pay 900.');
    const ben = await (await signedIn('ben')).get(ROOM);
    expect(ben.text).toContain(en.room.ownOffer);
    expect(ben.html).not.toContain('ACCEPT_OFFER');
  });

  it('says above the box who can read it, by name', async () => {
    const room = await (await signedIn('ada')).get(ROOM);
    expect(room.text).toMatch(/Only you, Ben Okri,? and the facilitator can read this\./);
    expect(room.text).toContain('not even that an offer was made');
    expect(room.html.indexOf('class="who"')).toBeLessThan(room.html.indexOf('<textarea'));
  });

  it('does not exist for whoever decides, for the registry, or for anybody else: the same bytes as nothing', async () => {
    const paths = [ROOM, `${ROOM}/${PARTIES.ben}`, `${ROOM}/nobody`, `/cases/${'0'.repeat(26)}/room`];
    for (const name of ['mia', 'max', 'rita', 'remi', 'fran', 'nora'] as const) {
      const answers = await Promise.all([...paths, '/cases/none'].map((path) => bytes(name, path)));
      expect(new Set(answers.map(({ status, body }) => `${status}\n${body}`)).size, name).toBe(1);
      expect(answers[0]?.status).toBe(404);
    }
  });

  it('has separate talks for each party with the facilitator, which the other side does not see', async () => {
    const fay = await signedIn('fay');
    const withBen = await fay.get(`${ROOM}/${PARTIES.ben}`);
    expect(withBen.text).toContain('I could pay 900.');
    expect(withBen.text).toContain('Alone with Ada Byron');
    expect((await fay.get(`${ROOM}/${PARTIES.ada}`)).text).toContain('Would you take 900?');
    const ada = await signedIn('ada');
    expect((await ada.get(`${ROOM}/${PARTIES.ben}`)).status).toBe(404);
    const own = await ada.get(`${ROOM}/${PARTIES.ada}`);
    expect(own.text).toMatch(/Only you and the facilitator can read this\./);
    expect(own.text).not.toContain('I could pay 900.');
    const sent = await fay.send(withBen, { message: 'Would 920 do?' });
    expect(sent.text).toContain(en.room.sent);
    expect((await ada.get(`${ROOM}/${PARTIES.ada}`)).text).not.toContain('Would 920 do?');
    expect((await (await signedIn('ben')).get(`${ROOM}/${PARTIES.ben}`)).text).toContain('Would 920 do?');
  });

  it('lets a helper read along, and not write', async () => {
    const room = await (await signedIn('hana')).get(ROOM);
    expect(room.status).toBe(200);
    expect(room.html).not.toContain('<textarea');
    expect(room.text).toContain(en.room.onlyReads);
  });

  it('takes a helper for nobody else: what the party said and has to do is told by name', async () => {
    const hana = await signedIn('hana');
    const room = await hana.get(ROOM);
    expect(room.text).toMatch(/Only you, Ada Byron, Ben Okri,? and the facilitator can read this\./);
    expect(room.text).toContain('Ada Byron offered $1,000.00');
    expect(room.text).toContain('Ada Byron (');
    expect((await hana.get(`/cases/${CASE}`)).text).not.toContain(en.theCase.canDo);
    for (const page of [await hana.get(`/cases/${CASE}`), await hana.get('/cases')]) {
      expect(page.text).toContain('Waiting for');
      expect(page.text).not.toContain('For you,');
    }
  });
});

describe('a respondent against whom the claim was withdrawn', () => {
  const respondent = EVIDENCE_DISPUTE.partyCharts?.respondent;
  const process = {
    ...EVIDENCE_DISPUTE,
    events: { ...EVIDENCE_DISPUTE.events, RELEASE: { by: ['applicant'], scope: 'party', of: ['respondent'] } },
    partyCharts: {
      ...EVIDENCE_DISPUTE.partyCharts,
      respondent: {
        ...respondent,
        on: { RELEASE: { actions: { type: 'set', path: 'party.responded', value: 'false' } } },
      },
    },
  } as typeof EVIDENCE_DISPUTE;

  it('finds the room closed to them but for what was written to them alone, and is no more among its readers', async () => {
    web = await aWeb({ happenings: STORY.negotiation, process });
    const ben = await signedIn('ben');
    expect((await ben.get(ROOM)).text).toContain('Shall we settle?');
    const json = { type: 'RELEASE', party: PARTIES.ben };
    expect((await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, { json })).status).toBe(200);
    expect((await ben.get(ROOM)).status).toBe(404);
    for (const part of ['offers', 'messages', 'deadlines', 'journal'])
      expect(await (await web.as('ben', 'GET', `/api/v1/cases/${CASE}/${part}`)).text(), part).not.toMatch(
        /Shall we settle|offerWindow|MAKE_OFFER|"terms"/,
      );
    expect((await web.as('ben', 'GET', `/api/v1/cases/${CASE}/bidding`)).status).toBe(404);
    const alone = await ben.get(`${ROOM}/${PARTIES.ben}`);
    expect(alone.text).toContain('I could pay 900.');
    expect(alone.html).not.toContain(`href="${ROOM}"`);
    expect((await (await signedIn('ada')).get(ROOM)).text).toMatch(/Only you and the facilitator can read this\./);
  });
});

describe('a message', () => {
  it('is sent once, however often the button is pressed, and shows as it was typed', async () => {
    const ada = await signedIn('ada');
    const room = await ada.get(ROOM);
    await Promise.all([ada.send(room, { message: HOSTILE }), ada.send(room, { message: HOSTILE })]);
    const after = await ada.get(ROOM);
    expect(after.html).not.toContain('<script>alert');
    expect(after.html.split('&lt;script&gt;alert(1)').length - 1).toBe(1);
  });

  it('that is refused comes back with all that was typed', async () => {
    const ada = await signedIn('ada');
    const empty = await ada.send(await ada.get(ROOM), { message: ' ' });
    expect([empty.status, empty.text.includes(en.wrong.required)]).toEqual([422, true]);
    const long = 'long '.repeat(20_000);
    const refused = await ada.send(await ada.get(ROOM), { message: long });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(long.trim());
  });

  it('that is not ready waits for its author, and for nobody else', async () => {
    const ada = await signedIn('ada');
    const kept = await ada.send(await ada.get(ROOM), { message: 'Half a thought', _later: '1' });
    expect(kept.text).toContain(en.room.kept);
    expect((await ada.get(ROOM)).html).toContain('Half a thought</textarea>');
    expect((await (await signedIn('ben')).get(ROOM)).html).not.toContain('Half a thought');
    const sent = await ada.send(await ada.get(ROOM), { message: 'A whole one' });
    expect(sent.html).not.toContain('Half a thought');
  });

  it('survives a session that ended meanwhile', async () => {
    const ada = await signedIn('ada');
    const room = await ada.get(ROOM);
    await ada.post('/sign-out');
    const handedBack = await ada.send(room, { message: 'Still here' });
    expect([handedBack.status, handedBack.html.includes('Still here')]).toEqual([401, true]);
    await ada.signIn('ada@example.org');
    expect((await ada.send(handedBack)).text).toContain('Still here');
  });

  it('of the other side is marked as new, until it was seen', async () => {
    const [ada, ben] = [await signedIn('ada'), await signedIn('ben')];
    await ben.get(ROOM);
    web.tribunal.clock.advance({ minutes: 5 });
    await ada.send(await ada.get(ROOM), { message: 'And?' });
    expect((await ben.get(`/cases/${CASE}`)).text).toContain(en.room.messageOne);
    expect((await ben.get(ROOM)).text).toContain(en.room.newOne);
    expect((await ben.get(ROOM)).text).not.toContain(en.room.newOne);
    expect((await ben.get(`/cases/${CASE}`)).text).not.toContain(en.room.messageOne);
  });

  it('is found again when there are many, page by page', async () => {
    const ada = await signedIn('ada');
    for (let number = 1; number <= 31; number += 1)
      await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, {
        json: { type: 'SEND_MESSAGE', data: { message: `Word ${number}.` } },
      });
    const newest = await ada.get(ROOM);
    expect(newest.text).not.toContain('Shall we settle?');
    const before = /href="([^"]*\?before=[^"]*)"/.exec(newest.html)?.[1] ?? '';
    const older = await ada.get(before);
    expect(older.text).toContain('Shall we settle?');
    expect(older.text).toContain('Word 1.');
    expect(older.html).not.toContain('<textarea');
    expect((await ada.get(`${ROOM}?before=made-up`)).path).toBe(ROOM);
  });
});

describe('the page of the case', () => {
  it('says that an offer waits for an answer, until when, and leads to the talks', async () => {
    const theCase = await (await signedIn('ada')).get(`/cases/${CASE}`);
    expect(theCase.text).toMatch(/Ben Okri made an offer: \$950\.00 Answer by Monday 9 March 2026/);
    expect(theCase.html).toContain(`href="${ROOM}"`);
    expect(theCase.html).not.toContain('ACCEPT_OFFER');
    expect(theCase.text).not.toContain('Shall we settle?');
    expect(theCase.text).toContain('I attach nothing.');
  });

  it('says once that an offer waits, and leads there once by that name', async () => {
    const { text } = await (await signedIn('ada')).get(`/cases/${CASE}`);
    expect(text.match(/made an offer: \$950/g)).toHaveLength(1);
    expect(text.match(new RegExp(en.room.readOffer, 'g'))).toHaveLength(1);
  });

  it('says nothing of talks to who has no part in them', async () => {
    for (const name of ['rita', 'mia'])
      expect((await (await signedIn(name)).get(`/cases/${CASE}`)).html).not.toContain('/room');
  });
});

describe('an answer to an offer', () => {
  it('shows what it answers and what it means before it is given, and ends in the room', async () => {
    const ada = await signedIn('ada');
    const form = await ada.get(`/cases/${CASE}/act/ACCEPT_OFFER`);
    expect(form.text).toContain('$950.00');
    const done = await ada.send(form);
    expect(done.path).toMatch(new RegExp(`^${ROOM}\\?done=`));
    expect(done.text).toContain('Done: Accept');
    // Ben made his offer in the story, before anybody signed in.
    expect(web.tribunal.caseFile(CASE).offers.at(-1)?.signatures).toEqual([
      { party: PARTIES.ada, at: web.tribunal.clock.now(), provenBy: 'mail' },
    ]);
  });
});

describe('an answer that comes too late', () => {
  it('agrees to no other offer than the one that its giver has read', async () => {
    const ada = await signedIn('ada');
    const form = await ada.get(`/cases/${CASE}/act/ACCEPT_OFFER`);
    const json = { type: 'MAKE_OFFER', data: { amount: 1_00 } };
    expect((await web.as('ben', 'POST', `/api/v1/cases/${CASE}/events`, { json })).status).toBe(200);
    const refused = await ada.send(form);
    expect([refused.status, refused.text.includes('Someone else changed the case')]).toEqual([422, true]);
    expect(refused.text).toContain('$1.00');
    expect(web.tribunal.caseFile(CASE).offers.at(-1)).toMatchObject({ status: 'open', acceptedBy: [] });
    const done = await ada.send(refused);
    expect(done.path).toContain('done=');
    expect(web.tribunal.caseFile(CASE).offers.at(-1)?.status).toBe('accepted');
  });
});

describe('an answer through the API', () => {
  const does = async (name: 'ada' | 'ben' | 'mia', json: object) => {
    const response = await web.as(name, 'POST', `/api/v1/cases/${CASE}/events`, { json });
    return { status: response.status, text: await response.text() };
  };
  const accept = async (name: 'ada' | 'ben' | 'fay' | 'mia') => {
    const response = await web.as(name, 'GET', `/api/v1/cases/${CASE}/actions`);
    const actions = (await response.json()) as { event: string; answering?: string }[];
    return actions.find(({ event }) => event === 'ACCEPT_OFFER');
  };

  it('agrees to no other offer than the one that was read, though a message in between is nothing', async () => {
    const { answering } = (await accept('ada')) ?? {};
    const offers = await web.as('ada', 'GET', `/api/v1/cases/${CASE}/offers`);
    expect(((await offers.json()) as { items: { id: string }[] }).items[0]?.id).toBe(answering);
    await does('ben', { type: 'MAKE_OFFER', data: { amount: 1_00 } });
    const late = await does('ada', { type: 'ACCEPT_OFFER', answering });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('"VersionMoved"')]);
    expect(web.tribunal.caseFile(CASE).offers.at(-1)).toMatchObject({ status: 'open', acceptedBy: [] });
    const now = await accept('ada');
    await does('ben', { type: 'SEND_MESSAGE', data: { message: 'Well?' } });
    expect((await does('ada', { type: 'ACCEPT_OFFER', answering: now?.answering })).status).toBe(200);
  });

  it('is taken as before without saying what it answers', async () => {
    expect((await does('ada', { type: 'ACCEPT_OFFER' })).status).toBe(200);
    expect(web.tribunal.caseFile(CASE).offers.at(-1)?.status).toBe('accepted');
  });

  it('teaches nobody outside the talks whether there is an offer', async () => {
    expect(await accept('mia')).toBeUndefined();
    const guesses = await Promise.all(
      ['none', 'another', web.tribunal.caseFile(CASE).offers.at(-1)?.id].map((answering) =>
        does('mia', { type: 'ACCEPT_OFFER', answering }),
      ),
    );
    expect(new Set(guesses.map(({ text }) => text)).size).toBe(1);
    expect(guesses[0]?.text).not.toContain('VersionMoved');
  });
});

describe('a counter-offer', () => {
  it('begins with the terms that it counters, and says once who never sees them', async () => {
    const form = await (await signedIn('ada')).get(`/cases/${CASE}/act/COUNTER_OFFER`);
    expect(form.html).toContain('value="950.00"');
    expect(form.text.split(en.act.readersRoom)).toHaveLength(2);
  });
});

async function bytes(name: Name, path: string): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await web.as(name, 'GET', path, { headers: { accept: 'text/html' } });
  return { status: answer.status, body: await answer.text() };
}
