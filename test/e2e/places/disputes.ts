import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';

/** Of someone's first dispute in a stage, its page. */
export async function addressOf(page: Page, online: TribunalOnline, stage: string): Promise<string> {
  const found = await page.request.get(`${online.origin}/api/v1/cases?stage=${stage}&limit=1`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  return `${online.origin}/cases/${items[0]?.id}`;
}

export const dispute = (stage: string) => async (page: Page, online: TribunalOnline) => {
  await page.goto(`${await addressOf(page, online, stage)}?lang=en`);
};

export const action = (stage: string, name: RegExp) => async (page: Page, online: TribunalOnline) => {
  await dispute(stage)(page, online);
  await page.locator('main a', { hasText: name }).first().click();
};

/** A page of the first dispute in a stage, in a language. */
export const under = (stage: string, path: string, lang: string) => async (page: Page, online: TribunalOnline) => {
  const [at = '', query = ''] = path.split('?');
  await page.goto(`${await addressOf(page, online, stage)}${at}?lang=${lang}${query ? `&${query}` : ''}`);
};
