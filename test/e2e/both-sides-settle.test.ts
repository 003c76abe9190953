import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { respond, submitClaim } from '../http/a-claim.ts';
import { dateInVictoria, onNode, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { readPdf } from '../http/read-pdf.ts';
import { openChromium } from './a-window.ts';

let online: TribunalOnline;
let browser: Browser;

beforeAll(async () => {
  [online, browser] = await Promise.all([tribunalOnline(onNode), openChromium()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await online?.stop();
});

/** Ann has a desk, Tom a phone and reads French; neither runs a script. */
const DESK = { viewport: { width: 1280, height: 900 }, locale: 'en-CA', javaScriptEnabled: false };
const PHONE = { viewport: { width: 375, height: 812 }, locale: 'fr-CA', javaScriptEnabled: false };
const ANN = 'ann@people.example';
const TOM = 'tom@people.example';

const people: BrowserContext[] = [];

async function someoneAt(screen: typeof DESK, email: string): Promise<Page> {
  const context = await browser.newContext(screen);
  people.push(context);
  const page = await context.newPage();
  const before = online.office.letters.length;
  await page.goto(`${online.origin}/sign-in?lang=${screen.locale.slice(0, 2)}`);
  await page.locator('#f-email').fill(email);
  await page.locator('main button').first().click();
  const code = await vi.waitFor(
    () => {
      const mail = online.office.letters
        .slice(before)
        .find(({ to, raw }) => to.includes(email) && !/^x-parley-case/im.test(raw));
      const found = /\b\d{6}\b/.exec(mail?.email.text ?? '')?.[0];
      if (!found) throw new Error(`no code has come to ${email}`);
      return found;
    },
    { timeout: 10_000, interval: 20 },
  );
  await page.locator('#f-code').fill(code);
  await page.locator('main button').first().click();
  return page;
}

/** Ann's claim, answered: the two can talk. */
async function talking(): Promise<string> {
  const [ann, tom, registrar] = await Promise.all([ANN, TOM, 'registrar@demo.example'].map(online.signIn));
  if (!ann || !tom || !registrar) throw new Error('somebody is missing');
  const { id } = await submitClaim(ann, {
    applicant: { name: 'Ann Ashby', email: ANN },
    respondents: [{ name: 'Tom Whitfield', email: TOM, language: 'fr' }],
  });
  await registrar.act(id, 'ISSUE_NOTICE');
  await respond(tom, id, dateInVictoria(new Date().toISOString()));
  return id;
}

const press = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click();
const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';

async function fits(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  const box = await page.locator('main').boundingBox();
  expect(box?.width ?? 0, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(width);
}

async function typeDate(page: Page, field: string, days: number): Promise<void> {
  const date = Temporal.Now.plainDateISO('America/Vancouver').add({ days });
  for (const part of ['day', 'month', 'year'] as const)
    await page.locator(`[name="${field}.${part}"]`).fill(String(date[part]));
}

/** The issued paper of this name, as its reader finds it. */
async function paper(page: Page, caseId: string, title: string) {
  await page.goto(`${online.origin}/cases/${caseId}`);
  const link = page.locator('main a[href*="/documents/"]', { hasText: title }).first();
  await vi.waitFor(
    async () => {
      await page.reload();
      if ((await link.count()) === 0) throw new Error(`${title} is not there yet`);
    },
    { timeout: 10_000, interval: 100 },
  );
  const answer = await page.request.get(`${online.origin}${await link.getAttribute('href')}`);
  const bytes = await answer.body();
  if (process.env.SCREENSHOTS)
    (await import('node:fs')).writeFileSync(`${process.env.SCREENSHOTS}/${title.replace(/\W+/g, '-')}.pdf`, bytes);
  return readPdf(bytes);
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
  await fits(page);
}

describe('two sides without a script, one at a desk, one on a phone in French', () => {
  it('talk, offer, counter, accept, and each has the agreement that both signed', async () => {
    const caseId = await talking();
    const [ann, tom] = [await someoneAt(DESK, ANN), await someoneAt(PHONE, TOM)];
    await ann.goto(`${online.origin}/cases/${caseId}`);
    await press(ann, 'Go to the talks');
    expect(await main(ann)).toContain('Only you and Tom Whitfield can read this.');
    await ann.locator('[name=message]').fill('The drawer fronts are missing.');
    await press(ann, 'Send');
    expect(await main(ann)).toContain('Your message was sent.');

    await ann.locator('main a', { hasText: 'Make an offer' }).first().click();
    await press(ann, 'Start');
    await ann.locator('[name=amount]').fill('900');
    await ann.locator('[name=pay][value=instalments]').check();
    await press(ann, 'Keep and go on');
    await ann.locator('[name=payments]').fill('3');
    await ann.locator('[name=each]').fill('300');
    await ann.locator('[name=every][value=month]').check();
    await typeDate(ann, 'firstOn', 30);
    await press(ann, 'Keep and go on');
    await ann.locator('[name=terms]').fill('You fit the fronts first.');
    await typeDate(ann, 'openUntil', 5);
    await press(ann, 'Keep and go on');
    expect(await main(ann)).toContain('By sending this, you sign it.');
    await shot(ann, 'settle-1-check');
    await press(ann, 'Make an offer');
    expect(new URL(ann.url()).pathname).toBe(`/cases/${caseId}/room`);
    await shot(ann, 'settle-2-offered');

    await tom.goto(`${online.origin}/cases/${caseId}`);
    expect(await tom.locator('.turn').textContent()).toContain('Ann Ashby a fait une offre');
    await shot(tom, 'settle-3-turn');
    await press(tom, 'Lire l’offre et répondre');
    expect(await main(tom)).toContain('The drawer fronts are missing.');
    await shot(tom, 'settle-4-room');
    await press(tom, 'Faire une contre-offre');
    // The terms are there to be changed.
    await tom.locator('main a', { hasText: 'L’argent' }).click();
    expect(await tom.locator('[name=amount]').inputValue()).toBe('900.00');
    await tom.locator('[name=amount]').fill('600');
    await tom.locator('[name=pay][value=once]').check();
    await press(tom, 'Garder et continuer');
    await typeDate(tom, 'payBy', 20);
    await press(tom, 'Garder et continuer');
    expect(await tom.locator('[name=terms]').inputValue()).toBe('You fit the fronts first.');
    await press(tom, 'Garder et continuer');
    await shot(tom, 'settle-5-check');
    await press(tom, 'Faire une contre-offre');

    await ann.goto(`${online.origin}/cases/${caseId}/room`);
    await press(ann, 'Accept the offer');
    expect(await main(ann)).toContain('$600.00');
    await shot(ann, 'settle-6-accept');
    await press(ann, 'Accept the offer');
    expect(await main(ann)).toContain('You have an agreement');
    await shot(ann, 'settle-7-agreed');
    await tom.goto(`${online.origin}/cases/${caseId}/room`);
    await press(tom, 'Fermer le dossier');
    await press(tom, 'Fermer le dossier');
    const agreement = await paper(tom, caseId, 'Settlement agreement');
    for (const words of [
      '$600.00',
      'You fit the fronts first.',
      'Ann Ashby',
      'Tom Whitfield',
      'Signed online on',
      'a code sent to their e-mail address',
    ])
      expect(agreement.words).toContain(words);
    expect(agreement.isAccessible).toBe(true);
    await ann.goto(`${online.origin}/cases/${caseId}`);
    expect(await main(ann)).toContain('This case is closed');
  }, 120_000);

  it('settle halfway between figures that neither ever sees, and have it made an order with a facilitator', async () => {
    const caseId = await talking();
    const [ann, tom, fay] = [
      await someoneAt(DESK, ANN),
      await someoneAt(PHONE, TOM),
      await someoneAt(DESK, 'facilitator@demo.example'),
    ];
    const room = `${online.origin}/cases/${caseId}/room`;
    await ann.goto(room);
    await ann.locator('main a', { hasText: 'Propose secret figures' }).click();
    await ann.locator('[name=terms]').fill('For the kitchen, paid in two weeks.');
    await press(ann, 'Propose secret figures');
    await tom.goto(room);
    await shot(tom, 'bids-1-proposed');
    await press(tom, 'Accepter les chiffres secrets');
    expect(await main(tom)).toContain('For the kitchen');
    await press(tom, 'Accepter les chiffres secrets');
    for (const [least, most] of [
      ['800', '500'],
      ['650', '700'],
    ] as const) {
      await tom.goto(room);
      await press(tom, 'Donner votre chiffre secret');
      await tom.locator('[name=amount]').fill(most);
      await press(tom, 'Donner votre chiffre secret');
      expect(await main(tom)).toMatch(/Votre chiffre\s: /);
      await ann.goto(room);
      expect(await main(ann)).toContain('The other side has given its figure. You cannot see it.');
      expect(await ann.content()).not.toContain(`${most}.00`);
      await shot(ann, `bids-2-${most}`);
      await press(ann, 'Give your secret figure');
      await ann.locator('[name=amount]').fill(least);
      await press(ann, 'Give your secret figure');
    }
    expect(await main(ann)).toContain('You have an agreement');
    expect(await main(ann)).toContain('$675.00');
    await tom.goto(room);
    // Not the bare digits: ids have them too.
    expect(await tom.content()).not.toContain('650,00');

    await press(tom, 'Demander que l’entente devienne une ordonnance');
    await press(tom, 'Demander que l’entente devienne une ordonnance');
    const { assigned } = await (await online.signIn(ANN)).case(caseId);
    expect(assigned.facilitator).toBeDefined();
    await fay.goto(room);
    await shot(fay, 'order-1-facilitator');
    await fay.locator('.tabs a', { hasText: 'Tom Whitfield' }).click();
    await fay.locator('[name=message]').fill('Can you pay by then?');
    await press(fay, 'Send');
    await fay.locator('.tabs a', { hasText: 'Everyone' }).click();
    await fay.locator('main a', { hasText: 'Propose the terms of a consent order' }).click();
    await press(fay, 'Start');
    await fay.locator('[name=amount]').fill('675');
    await fay.locator('[name=pay][value=once]').check();
    await press(fay, 'Keep and go on');
    await typeDate(fay, 'payBy', 20);
    await press(fay, 'Keep and go on');
    await fay.locator('[name=terms]').fill('Tom Whitfield pays Ann Ashby.');
    await press(fay, 'Keep and go on');
    await press(fay, 'Propose the terms of a consent order');

    await tom.goto(room);
    await shot(tom, 'order-2-tom');
    await tom.locator('.tabs a', { hasText: 'qui facilite' }).click();
    expect(await main(tom)).toContain('Can you pay by then?');
    await tom.goto(room);
    await press(tom, 'Accepter l’offre');
    await press(tom, 'Accepter l’offre');
    expect(await main(tom)).toContain('Tom Whitfield');
    await ann.goto(room);
    expect(await main(ann)).toContain('Accepted so far: Tom Whitfield.');
    expect(await main(ann)).not.toContain('Can you pay by then?');
    await press(ann, 'Accept the offer');
    await press(ann, 'Accept the offer');
    const registrar = await online.signIn('registrar@demo.example');
    await registrar.act(caseId, 'APPROVE_CONSENT_ORDER');
    const order = await paper(ann, caseId, 'Consent order');
    for (const words of ['$675.00', 'Tom Whitfield pays Ann Ashby.', 'Signed online on'])
      expect(order.words).toContain(words);
    expect(order.isAccessible).toBe(true);
  }, 120_000);
});
