import { describe, expect, it } from 'vitest';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const SERVED = STORY.negotiation.slice(0, 7);
const HERE = `/cases/${CASE}`;
const HELPERS = `${HERE}/helpers?party=${PARTIES.ben}`;
const INVITE = `${HERE}/helpers/invite?party=${PARTIES.ben}`;
const REX = { capacity: 'representative', name: 'Rex Lee', email: 'rex@example.org', note: 'Of the law centre.' };
const HOSTILE = '<script>alert(1)</script>\u202e';

async function signedIn(web: TestWeb, email: string): Promise<Visitor> {
  const visitor = aVisitor(web);
  await visitor.signIn(email);
  return visitor;
}

/** Ben invites Rex, having read what it means. */
async function invited(web: TestWeb, whom = REX) {
  const ben = await signedIn(web, 'ben@example.org');
  const check = await ben.send(await ben.get(INVITE), whom);
  return { ben, check, done: await ben.send(check, { step: 'send' }) };
}

const supportersOf = (web: TestWeb) =>
  web.tribunal.caseFile(CASE).parties.find(({ id }) => id === PARTIES.ben)?.supporters ?? [];

describe('a party who wants someone at their side', () => {
  it('is told what it means before anybody is asked, and then who has not answered yet', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = await signedIn(web, 'ben@example.org');
    expect((await ben.get(HERE)).html).toContain(`${HERE}/helpers?party=${PARTIES.ben}`);
    expect((await ben.get(`${HERE}/act/INVITE?party=${PARTIES.ben}`)).path).toBe(HELPERS);
    const { check, done } = await invited(web);
    expect(check.text).toContain('an offer they accept is accepted by you');
    expect(done.path).toContain(`${HELPERS}&done=`);
    expect(done.text).toContain('The invitation is on its way.');
    expect(done.text).toContain('Rex Lee Acts for you');
    expect(done.text).toContain('Has not answered');
    expect(done.text).toContain('Invited on Monday 2 March 2026.');
    expect(done.text).toContain('Of the law centre.');
  });

  it('keeps what they typed when something is wrong, when they go back, and when it is refused', async () => {
    const web = await aWeb({ happenings: SERVED });
    const ben = await signedIn(web, 'ben@example.org');
    const wrong = await ben.send(await ben.get(INVITE), { ...REX, name: HOSTILE, email: 'rex' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#f-email"');
    expect(wrong.html).not.toContain('<script>alert');
    const check = await ben.send(wrong, { ...REX, name: HOSTILE });
    expect(check.html).toContain('&lt;script&gt;');
    const again = await ben.send(check, { step: 'back' });
    expect(again.html).toContain('value="rex@example.org"');
    for (const [email, why] of [
      ['ada@example.org', 'both sides'],
      ['ben@example.org', 'or is you'],
      ['mia@example.org', 'may not have this role'],
    ] as const) {
      const refused = await ben.send(await ben.send(await ben.get(INVITE), { ...REX, email }), { step: 'send' });
      expect([refused.status, refused.text.includes(why)], email).toEqual([422, true]);
    }
    expect(supportersOf(web)).toEqual([]);
  });

  it('changes what they may do, and ends it: the page is closed to them at once, what they wrote is gone', async () => {
    const web = await aWeb({ happenings: SERVED });
    const { ben } = await invited(web);
    const rex = await signedIn(web, 'rex@example.org');
    await rex.send(await rex.get(HERE), { answer: 'accept' });
    await rex.send(await rex.get(`${HERE}/act/FILE_RESPONSE/questions/position?party=${PARTIES.ben}`), {
      position: 'disagree',
    });
    const drafts = () => web.tribunal.database.connection.prepare('select count(*) as n from drafts').get();
    const about = `${HERE}/helpers/${supportersOf(web)[0]?.id}`;
    const change = await ben.get(`${about}/change?party=${PARTIES.ben}`);
    const changed = await ben.send(change, { capacity: 'helper' });
    expect(changed.text).toContain('we have told them');
    expect(supportersOf(web)).toMatchObject([{ capacity: 'helper' }]);
    expect((await rex.get(HERE)).text).toContain('You help Ben Okri.');
    const end = await ben.get(`${about}/end?party=${PARTIES.ben}`);
    expect(end.text).toContain('From now on Rex Lee sees nothing of your case.');
    const ended = await ben.send(end);
    expect(ended.text).toContain('It is ended.');
    expect(supportersOf(web)).toEqual([]);
    expect((await rex.get(HERE)).status).toBe(404);
    expect(drafts()).toEqual({ n: 0 });
    expect((await ben.send(end)).path).toBe(HELPERS);
  });
});

it('ends what somebody reads after the case has closed, too', async () => {
  const web = await aWeb({ happenings: SERVED });
  await invited(web);
  const rex = await signedIn(web, 'rex@example.org');
  await rex.send(await rex.get(HERE), { answer: 'accept' });
  const does = (name: 'ada' | 'ben', type: string, data: object) =>
    web.as(name, 'POST', `/api/v1${HERE}/events`, { json: { type, data } });
  expect((await does('ada', 'WITHDRAW', {})).status).toBe(200);
  expect((await rex.get(HERE)).status).toBe(200);
  const actions = await (await web.as('ben', 'GET', `/api/v1${HERE}/actions`)).text();
  expect([actions.includes('"REVOKE"'), actions.includes('"CHANGE_HELP"')]).toEqual([true, false]);
  expect((await does('ben', 'REVOKE', { supporter: supportersOf(web)[0]?.id })).status).toBe(200);
  expect((await rex.get(HERE)).status).toBe(404);
});

describe('someone who is asked to act for a party', () => {
  it('sees nothing of the case until they accept, and by looking accepts nothing', async () => {
    const web = await aWeb({ happenings: SERVED });
    await invited(web);
    const rex = await signedIn(web, 'rex@example.org');
    expect((await rex.get('/cases')).text).toContain('Ben Okri asks you to act for them.');
    const asked = await rex.get(HERE);
    expect(asked.path).toBe(`${HERE}/help-request`);
    expect(asked.text).toContain('What you do binds Ben Okri.');
    expect(asked.text).not.toContain('deposit.');
    for (const path of [`${HERE}/helpers`, `${HERE}/needs`]) expect((await rex.get(path)).status, path).toBe(404);
    expect(supportersOf(web)[0]?.userId).toBeUndefined();
    const there = await rex.send(asked, { answer: 'accept' });
    expect([there.path, there.status]).toEqual([HERE, 200]);
    expect(there.text).toContain('You act for Ben Okri. What you do here counts as if Ben Okri had done it.');
    expect((await rex.get('/cases')).text).toContain('You act for Ben Okri');
    expect((await rex.send(asked, { answer: 'accept' })).path).toBe(HERE);
  });

  it('declines, and the party is told', async () => {
    const web = await aWeb({ happenings: SERVED });
    const { ben } = await invited(web);
    const rex = await signedIn(web, 'rex@example.org');
    expect((await rex.send(await rex.get(HERE), { answer: 'decline' })).path).toBe('/cases');
    expect((await rex.get(HERE)).status).toBe(404);
    expect((await ben.get(HERE)).text).toContain('Someone no longer helps you');
  });

  it('cannot also act for the other side, and hears why; the other side does not', async () => {
    const web = await aWeb({ happenings: SERVED });
    await invited(web);
    const ada = await signedIn(web, 'ada@example.org');
    const adas = `${HERE}/helpers/invite?party=${PARTIES.ada}`;
    const asked = await ada.send(await ada.send(await ada.get(adas), REX), { step: 'send' });
    expect(asked.text).toContain('The invitation is on its way.');
    const rex = await signedIn(web, 'rex@example.org');
    await rex.send(await rex.get(HERE), { answer: 'accept' });
    const page = await rex.get(`${HERE}/help-request`);
    const refused = await rex.send(page, { answer: 'accept' });
    expect([refused.status, refused.text.includes('One person cannot be on both sides')]).toEqual([422, true]);
  });

  it('steps back when they like, and looks after nobody else', async () => {
    const web = await aWeb({ happenings: SERVED });
    await invited(web);
    const rex = await signedIn(web, 'rex@example.org');
    await rex.send(await rex.get(HERE), { answer: 'accept' });
    const own = await rex.get(HELPERS);
    expect(own.text).toContain('You act for Ben Okri');
    expect((await rex.get(INVITE)).status).toBe(404);
    const end = await rex.get(`${HERE}/helpers/${supportersOf(web)[0]?.id}/end?party=${PARTIES.ben}`);
    expect(end.text).toContain('Step back from helping Ben Okri?');
    expect((await rex.send(end)).path).toBe('/cases');
    expect(supportersOf(web)).toEqual([]);
  });
});

describe('the pages about who helps', () => {
  it('are for the party and who helps it; to everyone else, and to each party of the other’s, they do not exist', async () => {
    const web = await aWeb({ happenings: SERVED });
    await invited(web);
    const supporter = supportersOf(web)[0]?.id;
    const paths = [HELPERS, INVITE, `${HERE}/helpers/${supporter}/end?party=${PARTIES.ben}`, `${HERE}/help-request`];
    for (const email of ['ada', 'mia', 'rita', 'nora', 'zoe'].map((name) => `${name}@example.org`)) {
      const visitor = await signedIn(web, email);
      for (const path of paths) expect((await visitor.get(path)).status, `${email} ${path}`).toBe(404);
    }
    expect((await aVisitor(web).get(HELPERS)).path).toContain('/sign-in');
    const rita = await signedIn(web, 'rita@example.org');
    expect((await rita.get(HERE)).text).toContain('Represented by Rex Lee (has not answered) – Of the law centre.');
    expect((await (await signedIn(web, 'ada@example.org')).get(HERE)).text).not.toContain('Rex');
  });
});
