import type { Place } from './place.ts';
import { press } from './press.ts';

/** Answers before a claim, as far as the last question. */
const EXPLORED = 'q.about=debt&q.place=yes&q.amount=small&q.time=recent&q.other=known';

/** More than the page takes: what is shown then is not the page. */
function sendTooMuch(language: string): Place['at'] {
  return async (page, online) => {
    await page.goto(`${online.origin}/sign-in?lang=${language}`);
    await page.locator('#f-email').fill('x'.repeat(100_000));
    await page.locator('main button').click();
  };
}

/** What anybody sees who has no case yet. */
export const BEFORE_A_CASE: readonly Place[] = [
  { name: 'home', as: 'nobody', at: '/?lang=en' },
  { name: 'home-fr', as: 'nobody', at: '/?lang=fr' },
  { name: 'explorer', as: 'nobody', at: '/explore/small-claims?lang=en' },
  { name: 'explorer-wrong-fr', as: 'nobody', at: '/explore/small-claims?q.about=debt&_asked=place&lang=fr' },
  { name: 'explorer-here', as: 'nobody', at: `/explore/small-claims?${EXPLORED}&q.talked=yes&lang=en` },
  {
    name: 'explorer-letter-fr',
    as: 'nobody',
    at: `/explore/small-claims?${EXPLORED}&q.talked=no&q.letter-kind=pay&lang=fr`,
  },
  { name: 'sign-in', as: 'nobody', at: '/sign-in?lang=en' },
  {
    name: 'sign-in-wrong',
    as: 'nobody',
    at: async (page, online) => {
      await page.goto(`${online.origin}/sign-in?lang=en`);
      await press(page, 'Mail me a code');
    },
  },
  {
    name: 'code-wrong-fr',
    as: 'nobody',
    at: async (page, online) => {
      await page.goto(`${online.origin}/sign-in?lang=fr`);
      await page.locator('#f-email').fill('ann@people.example');
      await page.locator('main button').click();
      await page.locator('#f-code').fill('12');
      await page.locator('main button').click();
    },
  },
  { name: 'missing', as: 'nobody', at: '/nowhere?lang=en' },
  { name: 'too-much', as: 'nobody', at: sendTooMuch('en') },
  { name: 'too-much-fr', as: 'nobody', at: sendTooMuch('fr') },
  { name: 'problems', as: 'nobody', at: '/problems' },
  { name: 'problem', as: 'nobody', at: '/problems/NotFound' },
  { name: 'api', as: 'nobody', at: '/docs' },
  { name: 'mailbox', as: 'nobody', at: '/dev/mail?lang=en' },
  { name: 'help', as: 'nobody', at: '/help/small-claims?lang=en' },
  { name: 'help-fr', as: 'nobody', at: '/help/small-claims?lang=fr' },
];
