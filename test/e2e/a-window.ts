import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 900 };

/** A browser window in which scripts run, as wide as a phone until it is looked at. */
export interface Window {
  /** The page of who looks: each has cookies of their own; nobody is signed in at first. */
  as(name: string): Promise<Page>;
  /**
   * On a phone and on a desk nothing that axe finds, nothing that scrolls sideways, nothing that the page's policy forbids.
   * With SCREENSHOTS set to a folder, pictures of the whole page too.
   */
  expectFit(page: Page, name: string): Promise<void>;
}

/** Its legacy mode opens no page of its own, and looks into no frame of another site: there are none. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page, axeSource: AXE }).setLegacyMode().withTags(TAGS);
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function openChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH;
  return chromium.launch({ ...(path ? { executablePath: path } : {}), args: ['--no-sandbox'] });
}

export function aWindow(browser: Browser): Window {
  const pages = new Map<string, Promise<Page>>();
  const complaints: string[] = [];
  async function open(): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en-CA' });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content.Security/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    return page;
  }
  return {
    async as(name) {
      const page = pages.get(name) ?? open();
      pages.set(name, page);
      await (await page).setViewportSize(PHONE);
      return page;
    },
    async expectFit(page, name) {
      for (const size of [PHONE, DESK]) {
        await page.setViewportSize(size);
        await expectFitAt(page, name, size.width);
      }
      expect(complaints.splice(0), name).toEqual([]);
    },
  };
}

async function expectFitAt(page: Page, name: string, width: number): Promise<void> {
  await picture(page, `${name}-${width}`);
  const { violations } = await axe(page).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, `${name} at ${width} pixels (${page.url()})`).toEqual([]);
  const needed = await page.evaluate('document.documentElement.scrollWidth');
  expect(needed, `${name} scrolls sideways at ${width} pixels`).toBeLessThanOrEqual(width);
  expect(await page.evaluate(SQUEEZED), `${name} squeezes what people press at ${width} pixels`).toEqual([]);
}

/** A link in a list that is higher than wide has one word, or one letter, on each line. */
const SQUEEZED = `[...document.querySelectorAll('.govuk-task-list__link')]
  .filter((link) => link.getBoundingClientRect().height > link.getBoundingClientRect().width)
  .map((link) => link.textContent.trim())`;

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
