import type { Locator, Page } from 'playwright-core';

/** What someone gives to a field, by its name: a text, an option, a date in three parts. */
export type Given = string | { readonly option: string } | { readonly date: string };

/** How someone uses a page: with a mouse or a finger, or with the keys alone. */
export interface Hand {
  press(control: Locator): Promise<void>;
  fillIn(page: Page, name: string, given: Given): Promise<void>;
}

/** A page that takes more than this many tabs to its end is not for people with a keyboard. */
const MOST_TABS = 150;

export const byTouch: Hand = {
  press: (control) => control.click(),
  async fillIn(page, name, given) {
    if (typeof given === 'string') return field(page, name).fill(given);
    if ('option' in given) return option(page, name, given.option).check();
    for (const [part, text] of partsOf(given.date)) await field(page, `${name}.${part}`).fill(text);
  },
};

export const byKeyboard: Hand = {
  async press(control) {
    await tabTo(control);
    await leaveBy(control.page(), 'Enter');
  },
  async fillIn(page, name, given) {
    if (typeof given === 'string') return type(field(page, name), given);
    if ('option' in given) return choose(page, name, given.option);
    for (const [part, text] of partsOf(given.date)) await type(field(page, `${name}.${part}`), text);
  },
};

function partsOf(date: string): readonly (readonly [string, string])[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    ['day', day],
    ['month', month],
    ['year', year],
  ];
}

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`).first();
const option = (page: Page, name: string, value: string) => page.locator(`main [name="${name}"][value="${value}"]`);

async function type(control: Locator, text: string): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.type(text);
}

/** A group of radio buttons is one stop: the arrows go on from there. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const options = page.locator(`main [name="${name}"]`);
  await tabTo(options.first());
  await page.keyboard.press('Space');
  for (let moves = await options.count(); moves > 0 && !(await option(page, name, value).isChecked()); moves -= 1)
    await page.keyboard.press('ArrowDown');
}

const isThere = (element: unknown) =>
  element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement;

async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  await control.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await control.evaluate(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${page.url()}: the keyboard does not reach ${control}`);
}

/** The next page is there when the key has done its work. */
async function leaveBy(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
}
