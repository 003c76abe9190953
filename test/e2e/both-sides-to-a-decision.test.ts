import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Person } from '../http/a-person.ts';
import { dateInVictoria, onNode, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { byKeyboard, byTouch, type Given, type Hand } from './a-hand.ts';
import { openChromium } from './a-window.ts';

let online: TribunalOnline;
let browser: Browser;
let registrar: Person;
let facilitator: Person;
let member: Person;

beforeAll(async () => {
  [online, browser] = await Promise.all([tribunalOnline(onNode), openChromium()]);
  registrar = await online.signIn('registrar@demo.example');
  facilitator = await online.signIn('facilitator@demo.example');
  member = await online.signIn('member@demo.example');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await online?.stop();
});

interface Way {
  readonly how: string;
  readonly width: number;
  readonly language: 'en' | 'fr';
  readonly hand: Hand;
  readonly hasScripts: boolean;
  /** What history says to them when they have answered. */
  readonly answered: string;
}

const WAYS: readonly Way[] = [
  {
    how: 'without JavaScript',
    width: 375,
    language: 'en',
    hand: byTouch,
    hasScripts: false,
    answered: 'The claim was answered',
  },
  {
    how: 'with the keyboard alone',
    width: 1_280,
    language: 'en',
    hand: byKeyboard,
    hasScripts: true,
    answered: 'The claim was answered',
  },
  {
    how: 'in French',
    width: 375,
    language: 'fr',
    hand: byTouch,
    hasScripts: true,
    answered: 'Une réponse à la demande a été déposée',
  },
];

/** What Ann says, and then Bob, by the names of the fields; what is not named is left empty. */
const CLAIM: Readonly<Record<string, Given>> = {
  applicantType: { option: 'individual' },
  claimType: { option: 'debt' },
  incidentOn: { date: '2026-01-15' },
  whatHappened: 'Bob borrowed the price of a bicycle.',
  amount: '1200',
  remedy: 'Pay back the loan.',
};
const RESPONSE: Readonly<Record<string, Given>> = {
  position: { option: 'disagree' },
  reasons: 'It was a present.',
};
const DECISION = { reasons: 'A loan is proven.', terms: 'Bob Bright pays Ann Ashby.', amount: 120_000 };

describe.each(WAYS)('both sides of a small claim, $how, at $width pixels', (way) => {
  it('go from the application to the decision that they read', async () => {
    const name = way.how.replace(/\W+/g, '-').toLowerCase();
    const [ann, bob] = [
      await sideOf(way, `ann.${name}@people.example`),
      await sideOf(way, `bob.${name}@people.example`),
    ];

    await ann.open('/start/small-claims');
    await ann.fillIn({
      'applicant.1.name': 'Ann Ashby',
      'respondent.1.name': 'Bob Bright',
      'respondent.1.email': bob.email,
    });
    await ann.send();
    const caseId = /\/cases\/([^/?]+)/.exec(ann.page.url())?.[1] ?? '';
    await ann.answerAll(caseId, 'SUBMIT', CLAIM);
    await registrar.act(caseId, 'ISSUE_NOTICE');

    await bob.begin(caseId, 'CONFIRM_RECEIPT');
    await bob.fillIn({ receivedOn: { date: dateInVictoria(new Date().toISOString()) } });
    await bob.send();
    await bob.answerAll(caseId, 'FILE_RESPONSE', RESPONSE);
    expect(await bob.page.textContent('main')).toContain(way.answered);

    await bob.begin(caseId, 'ASK_FACILITATION');
    await bob.send();
    await toSubmissions(caseId);
    await ann.begin(caseId, 'FILE_SUBMISSION');
    await ann.fillIn({ arguments: 'Here is what he wrote to me.' });
    await ann.send();
    await bob.begin(caseId, 'FILE_REPLY');
    expect(await bob.text(`/cases/${caseId}`)).toContain('Here is what he wrote to me.');
    await bob.begin(caseId, 'FILE_REPLY');
    await bob.fillIn({ arguments: 'I wrote that I was thankful.' });
    await bob.send();
    await ann.begin(caseId, 'FILE_FINAL_REPLY');
    await ann.fillIn({ arguments: 'For a loan.' });
    await ann.send();
    await member.act(caseId, 'ISSUE_DECISION', DECISION);

    for (const side of [ann, bob]) {
      expect(await side.text(`/cases/${caseId}`)).toContain(DECISION.terms);
      await side.readDecision(caseId);
      expect(side.complaints).toEqual([]);
      await side.page.context().close();
    }
  }, 120_000);
});

/** What the tribunal does between the parties' turns. */
async function toSubmissions(caseId: string): Promise<void> {
  await assign(caseId, 'facilitator', facilitator);
  await facilitator.act(caseId, 'END_FACILITATION');
  await assign(caseId, 'member', member);
  const today = Temporal.PlainDate.from(dateInVictoria(new Date().toISOString()));
  const inDays = (days: number) => today.add({ days }).toString();
  await registrar.act(caseId, 'SET_SUBMISSION_DATES', {
    applicantBy: inDays(14),
    respondentBy: inDays(28),
    finalBy: inDays(35),
  });
}

async function assign(caseId: string, role: string, person: Person): Promise<void> {
  if ((await registrar.case(caseId)).assigned[role as 'member'] !== undefined) return;
  await registrar.act(caseId, 'ASSIGN', { role, user: person.id });
}

/** The button that sends a form: not one that adds to it, nor what the Enter key would press. */
const SEND = 'main form button:not([name]):not([tabindex])';

/** One of the parties, at their screen. */
async function sideOf({ width, language, hand, hasScripts }: Way, email: string) {
  const { token } = await online.signIn(email);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: hasScripts,
    locale: `${language}-CA`,
  });
  await context.addCookies([{ name: 'parley', value: token ?? '', url: online.origin }]);
  const [page, complaints] = [await context.newPage(), [] as string[]];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/422|status of 4/.test(message.text())) complaints.push(message.text());
  });
  const side = {
    page,
    email,
    complaints,
    open: (path: string) => page.goto(`${online.origin}${path}`),
    async text(path: string) {
      await side.open(path);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      return (await page.textContent('main')) ?? '';
    },
    /** From the page of the case to what can be done. */
    async begin(caseId: string, event: string) {
      await side.open(`/cases/${caseId}`);
      await hand.press(page.locator(`main a[href*="/act/${event}"]`).first());
    },
    async fillIn(answers: Readonly<Record<string, Given>>) {
      for (const [name, given] of Object.entries(answers)) await hand.fillIn(page, name, given);
    },
    async send() {
      await hand.press(page.locator(SEND).first());
      expect(await page.locator('.govuk-error-summary').count(), (await page.textContent('main')) ?? '').toBe(0);
    },
    /** One question after the other, to the page where all answers are looked at, and off. */
    async answerAll(caseId: string, event: string, answers: Readonly<Record<string, Given>>) {
      await side.begin(caseId, event);
      await hand.press(page.locator('main a.govuk-button[href*="/questions/"]').first());
      while (!new URL(page.url()).pathname.endsWith('/check')) {
        const names = await asked(page);
        await side.fillIn(Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name))));
        await side.send();
      }
      for (const given of Object.values(answers))
        if (typeof given === 'string' && /[a-z]/.test(given)) expect(await page.textContent('main')).toContain(given);
      await side.send();
    },
    /** The PDF is made soon after the decision. */
    async readDecision(caseId: string) {
      const pdf = await vi.waitFor(
        async () => {
          await side.open(`/cases/${caseId}`);
          const href = await page.locator('main a[href*="/documents/"]').last().getAttribute('href');
          const answer = await page.request.get(new URL(href ?? '', online.origin).href);
          expect(answer.headers()['content-type']).toBe('application/pdf');
          return answer.body();
        },
        { timeout: 20_000, interval: 200 },
      );
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  };
  // A language that was chosen stays.
  await side.open(`/?lang=${language}`);
  return side;
}

/** The fields of the question, dates by the name of all three parts. */
async function asked(page: Page): Promise<ReadonlySet<string>> {
  const names = await page
    .locator('main form [name]')
    .evaluateAll((controls) => controls.map((control) => (control as unknown as { name: string }).name));
  return new Set(names.map((name) => name.replace(/\.(day|month|year)$/, '')));
}
