import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import { byTouch, type Given } from '../a-hand.ts';
import { addressOf } from './disputes.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** The claim that has just been begun, from the list. */
async function begun(page: Page, online: TribunalOnline): Promise<void> {
  await page.goto(`${online.origin}/cases?lang=en`);
  await page.locator('tr', { hasText: 'Sam Carter' }).first().getByRole('link').first().click();
}

/** A question of the claim that has just been begun. */
const claim = (number: number) => async (page: Page, online: TribunalOnline) => {
  await begun(page, online);
  await page.locator('main a[href*="/act/SUBMIT"]').first().click();
  await page.locator('.govuk-task-list a').nth(number).click();
};

/** All questions of it answered, as a business would: then the answers to check. */
async function answered(page: Page, online: TribunalOnline): Promise<void> {
  const given: Readonly<Record<string, Given>> = {
    applicantType: { option: 'organization' },
    claimType: { option: 'debt' },
    incidentOn: { date: '2026-01-15' },
    whatHappened: 'Sam borrowed the price of a bicycle.',
    amount: '3200',
    remedy: 'Pay back the loan.',
  };
  await claim(0)(page, online);
  for (let left = 12; page.url().includes('/questions/') && left > 0; left -= 1) {
    for (const [name, one] of Object.entries(given))
      if (await page.locator(`main [name^="${name}"]`).count()) await byTouch.fillIn(page, name, one);
    await press(page, 'Keep and go on');
  }
}

/** A claim as it is begun, asked for, checked and sent. */
export const FORMS: readonly Place[] = [
  { name: 'start', as: 'applicant', at: '/start/small-claims?lang=en' },
  {
    name: 'start-carried',
    as: 'applicant',
    at: async (page, online) => {
      await page.goto(`${online.origin}/start/small-claims?q.about=debt&lang=en`);
      await press(page, /Add another: Respondent/);
    },
  },
  {
    name: 'start-wrong-fr',
    as: 'applicant',
    at: async (page, online) => {
      await page.goto(`${online.origin}/start/small-claims?lang=fr`);
      await page.locator('main button[type=submit]').last().click();
    },
  },
  {
    name: 'claim',
    as: 'applicant',
    at: async (page, online) => {
      await page.goto(`${online.origin}/start/small-claims?lang=en`);
      await page.locator('[name="applicant.1.name"]').fill('Amira Haddad');
      await page.locator('[name="respondent.1.name"]').fill('Sam Carter');
      await press(page, 'Go on');
      await page.locator('main a[href*="/act/SUBMIT"]').first().click();
    },
  },
  { name: 'question', as: 'applicant', at: claim(0) },
  {
    name: 'question-wrong-fr',
    as: 'applicant',
    at: async (page, online) => {
      await claim(2)(page, online);
      await page.goto(`${page.url()}?lang=fr`);
      await page.locator('main form button').first().click();
    },
  },
  {
    name: 'link-mailed',
    as: 'applicant',
    at: async (page, online) => {
      await claim(0)(page, online);
      await page.getByLabel('A person').check();
      await press(page, 'Keep, and mail me a link');
    },
  },
  { name: 'begun', as: 'applicant', at: begun },
  {
    name: 'sent-already',
    as: 'respondent',
    at: async (page, online) => {
      await page.goto(`${await addressOf(page, online, 'negotiation')}/act/FILE_RESPONSE?lang=en`);
    },
  },
  {
    name: 'check-answers',
    as: 'applicant',
    at: async (page, online) => {
      await claim(0)(page, online);
      await page.goto(page.url().replace(/\/questions\/.*/, '/check?lang=en'));
    },
  },
  { name: 'check-answers-with-a-fee', as: 'applicant', at: answered },
  {
    name: 'check-answers-with-a-fee-fr',
    as: 'applicant',
    at: async (page, online) => {
      await claim(0)(page, online);
      await page.getByLabel('A person').check();
      await press(page, 'Keep and go on');
      await page.goto(page.url().replace(/\/questions\/.*/, '/check?lang=fr'));
    },
  },
];
