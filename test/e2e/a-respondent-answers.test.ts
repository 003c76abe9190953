import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { submitClaim } from '../http/a-claim.ts';
import { dateInVictoria, onNode, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { aPhone, type Phone } from './a-browser.ts';

let online: TribunalOnline;
let phone: Phone;

beforeAll(async () => {
  online = await tribunalOnline(onNode);
  phone = await aPhone();
}, 60_000);
afterAll(async () => {
  await phone?.close();
  await online?.stop();
});

const TOM = 'tom@people.example';

/** The newest six digits that were mailed to an address. */
function codeFor(email: string): Promise<string> {
  return vi.waitFor(
    () => {
      const letters = online.office.letters.filter(
        ({ to, raw }) => to.includes(email) && !/^x-parley-case/im.test(raw),
      );
      const code = /\b\d{6}\b/.exec(letters.at(-1)?.email.text ?? '')?.[0];
      if (!code) throw new Error(`no code has come to ${email}`);
      return code;
    },
    { timeout: 10_000, interval: 20 },
  );
}

async function issuedClaim(): Promise<{ readonly reference: string; readonly caseId: string }> {
  const ann = await online.signIn('ann@people.example');
  const registrar = await online.signIn('registrar@demo.example');
  const { id, reference } = await submitClaim(ann, {
    applicant: { name: 'Ann Ashby', email: 'ann@people.example' },
    respondents: [{ name: 'Tom Whitfield', email: TOM }],
  });
  await registrar.act(id, 'ISSUE_NOTICE');
  return { reference, caseId: id };
}

describe('a respondent with a phone on which no script runs', () => {
  it('goes from the notice in the mail to a response', async () => {
    const { page, expectFit } = phone;
    const { reference, caseId } = await issuedClaim();
    const [letter] = await online.letters(reference, 'dispute-notice', 1);
    const link = /https?:\/\/[^\s"]+\/n\/[\w-]+/.exec(letter?.email.text ?? '')?.[0];
    expect(link, 'the notice has a short address').toBeDefined();

    // The demonstration's mail names its configured address; the test's server has a port of its own.
    await page.goto(`${online.origin}${new URL(link ?? '').pathname}`);
    const told = await page.textContent('main');
    for (const words of ['Ann Ashby', '$', 'You must answer', 'Until when', '14 days', 'If you do not answer'])
      expect(told).toContain(words);
    await expectFit('00-short-address');
    await page.getByRole('button', { name: 'Go on with your e-mail' }).click();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await expectFit('01-sign-in');
    await page.getByLabel('Your e-mail address').fill(TOM);
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    await expectFit('02-code');
    await page.getByLabel('The six digits of the code').fill('12');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectFit('03-wrong-code');
    await page.getByLabel('The six digits of the code').fill(await codeFor(TOM));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    expect(new URL(page.url()).pathname).toBe(`/cases/${caseId}`);
    expect(await page.textContent('main')).toContain('Taking part is mandatory');
    await expectFit('04-case');

    await page.getByRole('link', { name: 'Confirm that you have the notice' }).first().click();
    await expectFit('05-confirm');
    await page.getByRole('button', { name: 'Confirm that you have the notice' }).click();
    await expectFit('06-confirm-wrong');
    const [year = '', month = '', day = ''] = dateInVictoria(new Date().toISOString()).split('-');
    await page.getByLabel('Day').fill(day);
    await page.getByLabel('Month').fill(month);
    await page.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Confirm that you have the notice' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('confirmed that they have the notice');
    expect(await page.locator('.turn').textContent()).toContain('Your turn: Respond to the claim');
    await expectFit('07-served');

    await page.locator('.turn').getByRole('button', { name: 'Respond to the claim' }).click();
    await expectFit('08-respond');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByLabel('I disagree').check();
    await page.getByRole('button', { name: 'Keep and go on' }).click();
    await expectFit('09-question');
    await page.getByRole('button', { name: 'Keep and go on' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Give an answer here.');
    await expectFit('09-question-wrong');
    await page.getByLabel(/Why do you disagree/).fill('It was a present.\nHe said so.');
    await page.getByRole('button', { name: 'Keep and go on' }).click();
    await page.getByLabel(/Photos, bills/).setInputFiles({
      name: 'note.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('For your birthday. Ann'),
    });
    await page.getByRole('button', { name: 'Keep and go on' }).click();
    while (!new URL(page.url()).pathname.endsWith('/check'))
      await page.getByRole('button', { name: 'Keep and go on' }).click();
    expect(await page.textContent('main')).toContain('It was a present.');
    await expectFit('09-check');
    await page.getByRole('button', { name: 'Respond to the claim' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('The claim was answered');
    expect(await page.textContent('main')).toContain('note.txt');
    await expectFit('10-responded');

    await page.locator('a[href*="/notices/"]').last().click();
    await expectFit('11-notice');
    await page.goto(`${online.origin}/cases?lang=fr`);
    expect(await page.locator('h1').textContent()).toBe('Mes différends');
    await expectFit('12-list-fr');
    await page.goto(`${online.origin}/cases/${caseId}`);
    await expectFit('13-case-fr');
    await page.goto(`${online.origin}/join`);
    await expectFit('14-join-fr');
    await page.goto(`${online.origin}/start/small-claims?lang=en`);
    await page
      .getByRole('button', { name: /Add another/ })
      .first()
      .click();
    await expectFit('15-start');
    await page.goto(`${online.origin}/`);
    await expectFit('16-home');
  }, 120_000);
});
