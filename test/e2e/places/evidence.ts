import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';
import { addressOf } from './disputes.ts';
import type { Place } from './place.ts';
import { press } from './press.ts';

/** A page of the evidence in a dispute under negotiation. */
export const evidence =
  (place: string, language = 'en') =>
  async (page: Page, online: TribunalOnline) => {
    await page.goto(`${await addressOf(page, online, 'negotiation')}/evidence${place}?lang=${language}`);
  };

const BAR = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAJElEQVR42mNwq1hAU8QwasGoBaMWjFowasGoBaMWjFowNCwAAErSGj3jfsiLAAAAAElFTkSuQmCC',
  'base64',
);
export const files = [
  { name: 'sink.png', mimeType: 'image/png', buffer: BAR },
  { name: 'what he wrote to me on the second of March.txt', mimeType: 'text/plain', buffer: Buffer.from('Pay me.') },
];

export async function upload(page: Page, online: TribunalOnline, more: typeof files = []): Promise<void> {
  await evidence('/add')(page, online);
  await page.locator('#f-files').setInputFiles([...files, ...more]);
  await press(page, 'Upload');
  // A script sends them, and then shows what became of them.
  await (more.length > 0 ? page.locator('.govuk-error-summary').waitFor() : page.waitForURL(/\/describe/));
}

/** Files on their way, with what becomes of the request. */
async function uploading(
  page: Page,
  online: TribunalOnline,
  language: string,
  handle: (route: Route) => Promise<void>,
): Promise<void> {
  await evidence('/add', language)(page, online);
  await page.route('**/evidence/add', handle, { times: 1 });
  await page.locator('#f-files').setInputFiles(files);
  await page.locator('main form button').click();
}

/** For the respondent. */
async function onPaper(page: Page, online: TribunalOnline): Promise<void> {
  await evidence('/paper')(page, online);
  await page.locator('main input[type=radio]').last().check();
  await press(page, 'Go on');
}

/** Exhibits: added, described, replaced, withdrawn, on paper. */
export const EVIDENCE: readonly Place[] = [
  { name: 'evidence', as: 'applicant', at: evidence('') },
  { name: 'evidence-of-the-other-side-fr', as: 'respondent', at: evidence('', 'fr') },
  {
    name: 'evidence-too-late',
    as: 'member',
    at: async (page, online) => {
      await page.goto(`${await addressOf(page, online, 'adjudication')}/evidence`);
    },
  },
  { name: 'evidence-of-the-registry', as: 'registrar', at: evidence('') },
  { name: 'evidence-on-paper', as: 'registrar', at: evidence('/paper') },
  {
    name: 'evidence-on-paper-whose-fr',
    as: 'registrar',
    at: async (page, online) => {
      await evidence('/add')(page, online);
      await page.goto(`${page.url()}&lang=fr`);
    },
  },
  { name: 'evidence-on-paper-add', as: 'registrar', at: onPaper },
  {
    name: 'evidence-on-paper-added',
    as: 'registrar',
    at: async (page, online) => {
      await onPaper(page, online);
      await page.locator('#f-files').setInputFiles(files.slice(1));
      await press(page, 'Upload');
      await page.waitForURL(/\/describe/);
      await page.locator('[name$=_description]').first().fill('A letter that he sent by post.');
      await press(page, 'Add it to the evidence');
    },
  },
  { name: 'exhibit-on-paper', as: 'applicant', at: evidence('/R-1') },
  { name: 'evidence-add', as: 'applicant', at: evidence('/add') },
  {
    name: 'evidence-uploading',
    as: 'applicant',
    at: async (page, online) => {
      await uploading(page, online, 'en', async () => undefined);
      await page.getByRole('progressbar', { name: 'Your files are on their way' }).waitFor();
    },
  },
  {
    name: 'evidence-upload-lost-fr',
    as: 'applicant',
    at: async (page, online) => {
      await uploading(page, online, 'fr', (route) => route.abort('connectionreset'));
      await page.getByRole('status').filter({ hasText: 'réessayez' }).waitFor();
      expect(await page.getByText('Vos fichiers sont en route').isVisible()).toBe(false);
    },
  },
  {
    name: 'evidence-add-wrong',
    as: 'applicant',
    at: (page, online) =>
      upload(page, online, [{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html>') }]),
  },
  { name: 'evidence-describe', as: 'applicant', at: (page, online) => upload(page, online) },
  {
    name: 'evidence-describe-wrong-fr',
    as: 'applicant',
    at: async (page, online) => {
      await upload(page, online);
      await page.goto(`${page.url().split('?')[0]}?lang=fr`);
      await page.locator('main form button[type=submit]').last().click();
    },
  },
  { name: 'exhibit', as: 'respondent', at: evidence('/A-1') },
  { name: 'exhibit-replace', as: 'applicant', at: evidence('/A-1/replace') },
  { name: 'exhibit-correct-fr', as: 'applicant', at: evidence('/A-1/describe', 'fr') },
  {
    name: 'exhibit-corrected',
    as: 'applicant',
    at: async (page, online) => {
      await evidence('/A-1/describe')(page, online);
      await page.locator('#f-description').fill('What I wrote to Sam on the day, and what he wrote back.');
      await press(page, 'Correct description or date');
    },
  },
  { name: 'exhibit-withdraw-fr', as: 'applicant', at: evidence('/A-1/withdraw', 'fr') },
];
