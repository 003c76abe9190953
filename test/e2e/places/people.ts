import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import { dispute, under } from './disputes.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** How someone in a dispute is reached. */
const contact = (language: string) => async (page: Page, online: TribunalOnline) => {
  await dispute('negotiation')(page, online);
  await page.locator('main a[href*="/contact/"]').first().click();
  if (language !== 'en') await page.goto(`${page.url().split('?')[0]}?lang=${language}`);
};

/** Where the respondent has told what they need. */
let told = '';
const helpers = (path: string, lang = 'en') => under('negotiation', `/helpers${path}`, lang);
const needs = (path: string, lang = 'en') => under('response', `/needs${path}`, lang);

/** How people are reached, who helps them, and what they need. */
export const PEOPLE: readonly Place[] = [
  { name: 'contact', as: 'applicant', at: contact('en') },
  {
    name: 'contact-wrong-fr',
    as: 'applicant',
    at: async (page, online) => {
      await contact('fr')(page, online);
      await page.locator('#f-phone').fill('');
      await page.locator('#f-wantsTexts').check();
      await page.locator('main button').last().click();
    },
  },
  {
    name: 'contact-to-confirm',
    as: 'applicant',
    at: async (page, online) => {
      await contact('en')(page, online);
      await page.locator('#f-email').fill('elsewhere@people.example');
      await press(page, 'Save');
    },
  },
  { name: 'contact-of-someone', as: 'registrar', at: contact('en') },
  { name: 'who-helps', as: 'applicant', at: helpers('') },
  { name: 'invite', as: 'applicant', at: helpers('/invite') },
  {
    name: 'invite-check-fr',
    as: 'applicant',
    at: async (page, online) => {
      await helpers('/invite', 'fr')(page, online);
      await page.locator('#f-capacity-2').check();
      await page.locator('#f-name').fill('Rex Lee');
      await page.locator('#f-email').fill('rex@people.example');
      await page.locator('main form button').click();
    },
  },
  {
    name: 'who-helps-invited',
    as: 'applicant',
    at: async (page, online) => {
      await helpers('/invite')(page, online);
      await page.locator('#f-capacity-2').check();
      await page.locator('#f-name').fill('Rex Lee');
      await page.locator('#f-email').fill('rex@people.example');
      await page.locator('#f-note').fill('Of the law centre.');
      await press(page, 'Go on');
      await press(page, 'Send the invitation');
    },
  },
  {
    name: 'end-help',
    as: 'applicant',
    at: async (page, online) => {
      await helpers('')(page, online);
      await page.locator('main a[href*="/end"]').first().click();
    },
  },
  { name: 'needs', as: 'respondent', at: needs('') },
  { name: 'need-kind', as: 'respondent', at: needs('/tell') },
  {
    name: 'need-wrong-fr',
    as: 'respondent',
    at: async (page, online) => {
      await needs('/tell?kind=safety', 'fr')(page, online);
      await page.locator('main form button').click();
    },
  },
  {
    name: 'needs-told',
    as: 'respondent',
    at: async (page, online) => {
      await needs('/tell?kind=accommodation')(page, online);
      await page.locator('#f-wants').check();
      await page.locator('#f-details').fill('I read slowly. A phone call helps me most.');
      await press(page, 'Tell the registry');
      told = new URL(page.url()).pathname;
    },
  },
  {
    name: 'need-withdraw',
    as: 'respondent',
    at: async (page, online) => {
      await needs('')(page, online);
      await page.locator('main a[href*="/withdraw"]').first().click();
    },
  },
  {
    name: 'needs-registry',
    as: 'registrar',
    at: (page, online) => page.goto(`${online.origin}${told}?lang=en`).then(() => {}),
  },
  {
    name: 'need-answer',
    as: 'registrar',
    at: async (page, online) => {
      await page.goto(`${online.origin}${told}?lang=en`);
      await page.locator('main a[href*="/answer"]').first().click();
    },
  },
  { name: 'case-response-registry', as: 'registrar', at: dispute('response') },
];
