import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** A browser window of some width, in which scripts run. */
export interface Window {
  readonly width: number;
  /** Who looks: each has cookies of their own; nobody is signed in at first. */
  as(name: string): Promise<Page>;
  /** Nothing that axe finds, nothing that scrolls sideways, nothing that the page's policy forbids. With SCREENSHOTS set to a folder, a picture too. */
  expectFit(page: Page, name: string): Promise<void>;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function openChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH;
  return chromium.launch({ ...(path ? { executablePath: path } : {}), args: ['--no-sandbox'] });
}

/** @param height of the window; pictures are of the whole page */
export function aWindow(
  browser: Browser,
  { width, height }: { readonly width: number; readonly height: number },
): Window {
  const contexts = new Map<string, Promise<BrowserContext>>();
  const complaints: string[] = [];
  return {
    width,
    async as(name) {
      const context = contexts.get(name) ?? browser.newContext({ viewport: { width, height }, locale: 'en-CA' });
      contexts.set(name, context);
      const page = await (await context).newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content.Security/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      return page;
    },
    async expectFit(page, name) {
      await picture(page, `${name}-${width}`);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${name} (${page.url()})`).toEqual([]);
      const needed = await page.evaluate('document.documentElement.scrollWidth');
      expect(needed, `${name} scrolls sideways`).toBeLessThanOrEqual(width);
      expect(complaints.splice(0), name).toEqual([]);
    },
  };
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
