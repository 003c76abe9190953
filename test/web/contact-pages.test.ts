import { beforeEach, describe, expect, it } from 'vitest';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { CASE, STORY } from '../app/a-dispute.ts';
import { byEveryChannel } from '../by-every-channel.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

let web: TestWeb;
let ada: Visitor;
let page: Seen;

beforeEach(async () => {
  const process = processFor(byEveryChannel(depositDispute));
  const ports = { processOf: () => process, definitionOf: () => process.definition, canText: true };
  web = await aWeb({ happenings: STORY.negotiation.slice(0, 1), ports });
  ada = aVisitor(web);
  const theCase = await ada.signIn('ada@example.org', `/cases/${CASE}`);
  page = await ada.get(/href="(\/cases\/[^"]*\/contact\/[^"]*)"/.exec(theCase.html)?.[1] ?? '');
});

const party = () => web.tribunal.caseFile(CASE).parties[0];
/** What stands in the page, as a browser would send it. */
const kept = {
  email: 'ada@example.org',
  phone: '+1 250 555 0100',
  language: 'en',
  writtenBy: 'email',
  isProtected: 'no',
};

describe('how we reach you', () => {
  it('is changed on a page, which says that it is so from now on', async () => {
    expect(page.text).toContain('This is for this case only');
    const done = await ada.send(page, {
      ...kept,
      address: '1 New Road\r\nVictoria',
      writtenBy: 'letter',
      isProtected: 'yes',
    });
    expect(done.text).toContain('Saved. This is how we reach you from now on.');
    expect(party()).toMatchObject({ address: '1 New Road\nVictoria', writtenBy: 'letter', isProtected: true });
    expect(
      (await ada.send(done, { ...kept, address: '1 New Road\nVictoria', writtenBy: 'letter', isProtected: 'yes' }))
        .text,
    ).toContain('Nothing was changed.');
  });

  it('keeps what was typed when something is missing, and what is emptied is taken back', async () => {
    const refused = await ada.send(page, { ...kept, phone: '', wantsTexts: 'yes', address: '<script>1 Road' });
    expect([refused.status, refused.html]).toMatchObject([422, expect.stringContaining('&lt;script&gt;1 Road')]);
    expect(refused.text).toContain('Enter the number of a mobile phone');
    await ada.send(page, { ...kept, phone: '' });
    expect(party()?.phone).toBeUndefined();
  });

  it('waits with a new e-mail address for its code, and says where it was sent', async () => {
    const done = await ada.send(page, { ...kept, email: 'ada@new.example' });
    expect(done.text).toContain('We have sent a code to ada@new.example');
    expect(party()).toMatchObject({ email: 'ada@example.org', newEmail: 'ada@new.example' });
    const again = await ada.send(page, { ...kept, email: 'ada@new.example' });
    expect(again.text).toContain('Saved.');
    const wrong = await ada.send(done, { code: '000000' });
    expect([wrong.status, wrong.text]).toMatchObject([422, expect.stringContaining('That is not the code')]);
  });

  it('asks who came long ago to sign in again, and gives back what they wrote', async () => {
    web.tribunal.clock.advance({ minutes: 11 });
    expect((await ada.send(page, { ...kept, address: '1 New Road' })).status).toBe(401);
    expect(party()?.address).toBeUndefined();
  });

  it('is nobody else’s page', async () => {
    const ben = aVisitor(web);
    expect((await ben.signIn('uma@example.org', page.path)).status).toBe(404);
    expect((await aVisitor(web).signIn('mia@example.org', page.path)).status).toBe(404);
    const registrar = await aVisitor(web).signIn('rita@example.org', page.path);
    expect(registrar.text).toContain('How we reach Ada');
    // “You” would be the clerk, whose browser knows the clerk's own address.
    expect(registrar.text).toContain('You fill this in for Ada Byron.');
    expect(registrar.html).not.toMatch(/autocomplete="(email|tel|street-address)"/);
  });
});

it('shows the registry its letters to post, and nobody else', async () => {
  expect((await aVisitor(web).signIn('rita@example.org', '/letters')).text).toContain('No letters wait to be posted.');
  expect((await ada.get('/letters')).status).toBe(404);
});
