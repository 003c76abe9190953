import type { Page } from 'playwright-core';
import { submitClaim } from '../../http/a-claim.ts';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** A claim against somebody who has no account, and their part in it. One for all places. */
async function unjoined(
  online: TribunalOnline,
): Promise<{ readonly caseId: string; readonly party: string; readonly code: string }> {
  against ??= (async () => {
    const ann = await online.signIn('ann@people.example');
    const registrar = await online.signIn('registrar@demo.example');
    const { id: caseId } = await submitClaim(ann, {
      applicant: { name: 'Ann Ashby', email: 'ann@people.example' },
      respondents: [{ name: 'Una Nowhere', email: 'una@people.example' }],
    });
    const theCase = await registrar.act(caseId, 'ISSUE_NOTICE');
    const party = theCase.parties.find(({ role }) => role === 'respondent')?.id ?? '';
    const { code } = await registrar.post<{ code: string }>(`/cases/${caseId}/parties/${party}/invitation`);
    return { caseId, party, code };
  })();
  return against;
}
let against: ReturnType<typeof unjoined> | undefined;

const shortAddress = (language: string) => async (page: Page, online: TribunalOnline) => {
  await page.goto(`${online.origin}/n/${(await unjoined(online)).code}?lang=${language}`);
};

/** Who comes with the code of a mail or a letter. */
export const INVITATIONS: readonly Place[] = [
  { name: 'join-nobody-fr', as: 'nobody', at: '/join?lang=fr' },
  { name: 'ask-for-a-code', as: 'nobody', at: '/join/ask?lang=en' },
  {
    name: 'ask-for-a-code-wrong-fr',
    as: 'nobody',
    at: async (page, online) => {
      await page.goto(`${online.origin}/join/ask?lang=fr`);
      await page.locator('main form button').click();
    },
  },
  { name: 'asked-for-a-code', as: 'nobody', at: '/join/asked?lang=en' },
  { name: 'short-address', as: 'nobody', at: shortAddress('en') },
  { name: 'short-address-fr', as: 'nobody', at: shortAddress('fr') },
  { name: 'short-address-signed-in', as: 'applicant', at: shortAddress('en') },
  { name: 'short-address-used', as: 'nobody', at: '/n/0000-0000-0000-0000?lang=en' },
  {
    name: 'letter-with-a-code',
    as: 'registrar',
    at: async (page, online) => {
      const { caseId, party } = await unjoined(online);
      await page.goto(`${online.origin}/cases/${caseId}/parties/${party}/letter?lang=en`);
    },
  },
  { name: 'join', as: 'applicant', at: '/join?lang=en' },
  {
    name: 'join-wrong',
    as: 'applicant',
    at: async (page, online) => {
      await page.goto(`${online.origin}/join?lang=en`);
      await page.locator('#f-code').fill('NO SUCH CODE');
      await press(page, 'Go on');
    },
  },
];
