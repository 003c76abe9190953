import { action, dispute } from './disputes.ts';
import type { Place } from './place.ts';

/** Lists of disputes, and the page of each in its stages. */
export const CASES: readonly Place[] = [
  { name: 'disputes', as: 'applicant', at: '/cases?lang=en' },
  { name: 'disputes-fr', as: 'applicant', at: '/cases?lang=fr' },
  { name: 'disputes-of-the-registry', as: 'registrar', at: '/cases?lang=en' },
  { name: 'disputes-with-work-fr', as: 'registrar', at: '/cases?show=work&lang=fr' },
  { name: 'disputes-given-fr', as: 'facilitator', at: '/cases?show=given&lang=fr' },
  { name: 'case-response', as: 'respondent', at: dispute('response') },
  { name: 'case-negotiation', as: 'applicant', at: dispute('negotiation') },
  { name: 'letters-to-post', as: 'registrar', at: '/letters?lang=en' },
  { name: 'case-facilitation', as: 'facilitator', at: dispute('facilitation') },
  { name: 'case-decision', as: 'member', at: dispute('adjudication') },
  { name: 'case-closed', as: 'registrar', at: dispute('closed') },
  { name: 'message', as: 'applicant', at: action('negotiation', /message|write/i) },
  { name: 'give-the-case', as: 'registrar', at: action('adjudication', /Give the case/) },
  { name: 'case-with-work', as: 'registrar', at: dispute('adjudication') },
  { name: 'give-more-time', as: 'registrar', at: action('adjudication', /Give more time/) },
  {
    name: 'letter',
    as: 'respondent',
    at: async (page, online) => {
      await dispute('response')(page, online);
      await page.locator('a[href*="/notices/"]').first().click();
    },
  },
];
