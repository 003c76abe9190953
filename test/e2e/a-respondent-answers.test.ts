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
    expect(await page.locator('.turn').textContent()).toContain('Your turn: Confirm that you have the notice');
    await expectFit('04-case');

    await page.locator('.turn').getByRole('button', { name: 'Confirm that you have the notice' }).click();
    await expectFit('05-confirm');
    await page.getByRole('button', { name: 'Confirm that you have the notice' }).click();
    await expectFit('06-confirm-wrong');
    const [year = '', month = '', day = ''] = dateInVictoria(new Date().toISOString()).split('-');
    await page.getByLabel('Day').fill(day);
    await page.getByLabel('Month').fill(month);
    await page.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Confirm that you have the notice' }).click();
    expect(await page.locator('h1').textContent()).toContain('Receipt of the notice was confirmed');
    expect(await page.locator('.turn').textContent()).toContain('Your turn: Respond to the claim');
    await expectFit('07-served');
    await page.getByRole('link', { name: 'Where to get help' }).click();
    expect(await page.textContent('main')).toContain('Free legal help');
    await page.goBack();

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
    expect(await page.locator('h1').textContent()).toContain('The claim was answered');
    expect(await page.textContent('main')).toContain('note.txt');
    await expectFit('10-responded');
    await page.getByRole('link', { name: 'Back to the case' }).click();

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

  it('comes from a letter on paper, in French, by an address that nobody knew, and asks for more time', async () => {
    const registrar = await online.signIn('registrar@demo.example');
    const { caseId } = await issuedClaim();
    const theCase = await registrar.case(caseId);
    const tom = theCase.parties.find(({ role }) => role === 'respondent')?.id;
    const { code } = await registrar.post<{ code: string }>(`/cases/${caseId}/parties/${tom}/invitation`);
    await phone.close();
    phone = await aPhone('fr-CA');
    const { page, expectFit } = phone;

    await page.goto(`${online.origin}/join`);
    await page.getByLabel('Le code de la lettre').fill(code.toUpperCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Continuer' }).click();
    for (const words of ['Ann Ashby', 'Vous devez répondre', '14 jours', 'Si vous ne répondez pas'])
      expect(await page.textContent('main')).toContain(words);
    await expectFit('20-adresse-courte');
    await page.getByRole('button', { name: 'Continuer avec votre courriel' }).click();
    await page.getByLabel('Votre adresse').fill('thomas@ailleurs.example');
    await page.locator('main button').click();
    await page.locator('#f-code').fill(await codeFor('thomas@ailleurs.example'));
    await page.locator('main form button').first().click();
    expect(new URL(page.url()).pathname).toBe('/join');
    await expectFit('21-entrer');
    await page.getByRole('button', { name: 'Continuer comme Tom Whitfield' }).click();
    expect(new URL(page.url()).pathname).toBe(`/cases/${caseId}`);
    expect(await page.locator('.turn').textContent()).toContain('À vous\u00a0: Confirmer que vous avez l’avis');

    const thomas = await online.signIn('thomas@ailleurs.example');
    const today = dateInVictoria(new Date().toISOString());
    await thomas.act(caseId, 'CONFIRM_RECEIPT', { receivedOn: today });
    await page.reload();
    await page.getByRole('link', { name: 'Demander plus de temps' }).first().click();
    await page.getByLabel('De combien de jours').fill('10');
    await page.getByLabel('Pourquoi en avez-vous besoin').fill('Je suis malade.');
    await expectFit('22-plus-de-temps');
    await page.getByRole('button', { name: 'Demander plus de temps' }).click();
    expect(await page.locator('h1').textContent()).toContain('Plus de temps pour répondre a été demandé');
    expect(await page.locator('.turn').textContent()).toContain('Répondre à la demande');
  }, 120_000);
});
