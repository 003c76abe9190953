import type { Page } from 'playwright-core';

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
