import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { onNode, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { aWindow, openChromium, type Window } from './a-window.ts';
import { BEFORE_A_CASE } from './places/before-a-case.ts';
import { CASES } from './places/cases.ts';
import { dispute } from './places/disputes.ts';
import { EVIDENCE, evidence, files, upload } from './places/evidence.ts';
import { FORMS } from './places/forms.ts';
import { INVITATIONS } from './places/invitations.ts';
import { PEOPLE } from './places/people.ts';
import type { Person } from './places/place.ts';
import { press } from './places/press.ts';
import { REGISTER } from './places/register.ts';
import { ROOM } from './places/room.ts';

/** In this order: some are reached by what was done on one before. */
const PLACES = [...BEFORE_A_CASE, ...REGISTER, ...CASES, ...ROOM, ...EVIDENCE, ...INVITATIONS, ...FORMS, ...PEOPLE];

let online: TribunalOnline;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  [online, browser] = await Promise.all([tribunalOnline(onNode), openChromium()]);
  window = aWindow(browser);
  for (const person of new Set(PLACES.map(({ as }) => as))) if (person !== 'nobody') await signIn(person);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await online?.stop();
});

describe('every page', () => {
  it.each(PLACES)(
    '$name fits on a phone and on a desk, and keeps nobody out',
    async ({ name, as, at }) => {
      const page = await window.as(as);
      if (typeof at === 'string') await page.goto(online.origin + at);
      else await at(page, online);
      await window.expectFit(page, name);
    },
    60_000,
  );
});

describe('somebody who must not be seen at it', () => {
  it('leaves by three presses of Shift, and the page is gone from the screen at once', async () => {
    const page = await window.as('applicant');
    await dispute('negotiation')(page, online);
    const elsewhere = (url: URL) => url.origin !== online.origin;
    await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await page.waitForURL(elsewhere);
    expect(await page.locator('body').textContent()).toBe('Weather');
    await page.unroute(elsewhere);
  });
});

describe('somebody who writes in the talks', () => {
  const room = 'Write to everyone';
  const open = async (person: Person) => {
    const page = await window.as(person);
    await dispute('negotiation')(page, online);
    await page.getByRole('button', { name: 'Go to the talks' }).click();
    return page;
  };

  it('is told of what the other side wrote meanwhile, and loses nothing of what they write', async () => {
    const amira = await open('applicant');
    await amira.clock.install();
    await amira.reload();
    const tom = await open('respondent');
    await tom.getByLabel('Your message').fill('Would you take half?');
    await press(tom, 'Send');
    const said = amira.getByRole('status').filter({ hasText: 'There is something new' });
    await amira.getByLabel('Your message').fill('I have thought about it, and');
    expect(await said.count()).toBe(0);
    await amira.clock.fastForward(21_000);
    await said.waitFor();
    expect(await amira.getByRole('button', { name: 'Show it', exact: true }).count()).toBe(0);
    await window.expectFit(amira, 'room-something-new');
    await press(amira, 'Keep what I am writing, and show it');
    await amira.getByText('Would you take half?').waitFor();
    expect(await amira.getByLabel('Your message').inputValue()).toBe('I have thought about it, and');
    expect(await amira.getByRole('region', { name: room }).count()).toBe(1);
  }, 30_000);

  it('asks seldomer and seldomer, no more once they are signed out, and is not kept signed in by it', async () => {
    const page = await open('respondent');
    await page.clock.install();
    await page.reload();
    const asked: string[] = [];
    const isAsking = (url: URL) => url.pathname.endsWith('/journal');
    let status = 200;
    await page.route(isAsking, async (route) => {
      asked.push(route.request().url());
      await (status === 200 ? route.continue() : route.fulfill({ status, body: '{}' }));
    });
    let answered = 0;
    page.on('requestfinished', (request) => {
      if (isAsking(new URL(request.url()))) answered += 1;
    });
    /** The page's time passes as fast as it is told, the server's answers take their own. */
    const pass = async (seconds: number) => {
      await page.clock.runFor(seconds * 1000);
      await vi.waitFor(() => expect(answered).toBe(asked.length));
      await page.evaluate('1');
    };
    for (let thirds = 0; thirds < 60; thirds += 1) await pass(20);
    const untouched = asked.length;
    expect(untouched).toBeGreaterThan(3);
    expect(untouched).toBeLessThan(12);
    status = 401;
    for (const _ of [1, 2, 3]) {
      await page.keyboard.press('Tab');
      await pass(60);
    }
    expect(asked.length).toBe(untouched + 1);
    await page.unroute(isAsking);
  }, 30_000);
});

describe('files on their way', () => {
  it('are shown as far as they are, and end on the next page', async () => {
    const page = await window.as('applicant');
    await evidence('/add')(page, online);
    const slow = await page.context().newCDPSession(page);
    const speed = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_000_000 };
    await slow.send('Network.emulateNetworkConditions', speed);
    const long = { name: 'all messages.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_000_000, 'Pay me. ') };
    await page.locator('#f-files').setInputFiles([long]);
    await press(page, 'Upload');
    await page
      .getByRole('status')
      .filter({ hasText: /^(25|50|75)% sent$/ })
      .waitFor();
    await page.waitForURL(/\/describe/);
    await slow.detach();
    expect(await page.getByText('all messages.txt').count()).toBeGreaterThan(0);
  }, 30_000);

  it('that cannot be taken are named on the same page, which can be sent again', async () => {
    const page = await window.as('applicant');
    await upload(page, online, [{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html>') }]);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    await page
      .locator('#f-files')
      .setInputFiles([{ ...files[1], name: 'again.txt', buffer: Buffer.from('Again.') } as never]);
    await press(page, 'Upload');
    await page.waitForURL(/\/describe/);
    expect(await page.getByText('again.txt').count()).toBeGreaterThan(0);
  });
});

/** As the demonstration lets everyone. */
async function signIn(person: Person): Promise<void> {
  const page = await window.as(person);
  const form = { email: `${person}@demo.example` };
  const answer = await page.request.post(`${online.origin}/dev/sign-in`, { form, headers: { origin: online.origin } });
  expect(answer.status()).toBe(200);
}
