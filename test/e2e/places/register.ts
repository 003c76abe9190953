import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** The page that checks an order, from the first dispute in which there is one. */
async function orderOfSomeCase(page: Page, online: TribunalOnline): Promise<void> {
  await page.goto(`${online.origin}/register?lang=en`);
  const said = await page.locator('main .rows').textContent();
  const reference = /[A-Z]+-\d{4}-\d{6}/.exec(said ?? '')?.[0] ?? '';
  const found = await page.request.get(`${online.origin}/api/v1/cases?q=${reference}`);
  await page.goto(
    `${online.origin}/cases/${((await found.json()) as { items: { id: string }[] }).items[0]?.id}?lang=en`,
  );
  await page.locator('main a[href^="/verify/"]').first().click();
}

/** Decisions in public, and whether an order stands. */
export const REGISTER: readonly Place[] = [
  { name: 'register', as: 'nobody', at: '/register?lang=en' },
  { name: 'register-nothing-fr', as: 'nobody', at: '/register?lang=fr&q=zzz' },
  {
    name: 'published-decision',
    as: 'nobody',
    at: async (page, online) => {
      await page.goto(`${online.origin}/register?lang=en`);
      await page.locator('main .rows a').first().click();
    },
  },
  { name: 'verify', as: 'nobody', at: '/verify?lang=en' },
  { name: 'verify-unknown-fr', as: 'nobody', at: '/verify/7K3M-9Q2X-4VBC-8H5T?lang=fr' },
  {
    name: 'verified-order',
    as: 'registrar',
    at: async (page, online) => {
      await orderOfSomeCase(page, online);
      await page.locator('#f-name').fill('Nobody Here');
      await press(page, 'Compare');
    },
  },
];
