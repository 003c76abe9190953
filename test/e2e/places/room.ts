import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import { addressOf } from './disputes.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** The talks of a dispute in that stage. */
const room =
  (stage: string, query = '?lang=en') =>
  async (page: Page, online: TribunalOnline) => {
    await page.goto(`${await addressOf(page, online, stage)}/room${query}`);
  };

const inRoom = (stage: string, name: RegExp) => async (page: Page, online: TribunalOnline) => {
  await room(stage)(page, online);
  await page.locator('main a', { hasText: name }).first().click();
};

/** The talks. */
export const ROOM: readonly Place[] = [
  { name: 'room', as: 'applicant', at: room('negotiation') },
  { name: 'room-of-facilitation', as: 'facilitator', at: room('facilitation') },
  {
    name: 'room-alone-with-one-fr',
    as: 'facilitator',
    at: async (page, online) => {
      await room('facilitation', '?lang=fr')(page, online);
      await page.locator('.tabs a').nth(1).click();
    },
  },
  {
    name: 'room-nothing-written',
    as: 'applicant',
    at: async (page, online) => {
      await room('negotiation')(page, online);
      await press(page, 'Send');
    },
  },
  { name: 'accept-offer', as: 'applicant', at: inRoom('negotiation', /Accept the offer/) },
  { name: 'counter-offer', as: 'applicant', at: inRoom('negotiation', /counter-offer/) },
];
