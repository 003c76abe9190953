import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, openChromium } from './a-window.ts';

export const PHONE = { width: 375, height: 812 };

/** A phone on which no script runs, and a second browser that looks at what it shows. */
export interface Phone {
  readonly page: Page;
  /** Nothing that axe finds, and nothing that scrolls sideways. With SCREENSHOTS set to a folder, a picture too. */
  expectFit(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function aPhone(locale = 'en-CA'): Promise<Phone> {
  const browser = await openChromium();
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale });
  const page = await context.newPage();
  const onlooker = await anOnlooker(browser);
  return {
    page,
    expectFit: (name) => expectFit(page, onlooker, name),
    close: () => browser.close(),
  };
}

/** axe is a script: it is let loose on the same page in a browser that runs them. */
function anOnlooker(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: PHONE, bypassCSP: true });
}

async function expectFit(page: Page, onlooker: BrowserContext, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) {
    mkdirSync(process.env.SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true });
  }
  const [url, html] = [page.url(), await page.content()];
  const looked = await onlooker.newPage();
  await looked.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await looked.goto(url);
  const { violations } = await axe(looked).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: where }) => where).join(' ')}`);
  expect(found, `${name} (${url})`).toEqual([]);
  const width = await looked.evaluate('document.documentElement.scrollWidth');
  expect(width, `${name} scrolls sideways`).toBeLessThanOrEqual(PHONE.width);
  await looked.close();
}
