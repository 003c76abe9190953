import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { CASE, STORY } from '../app/a-dispute.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

/** What someone's browser gets for a link; it asks for pages, as browsers do. */
async function follows(web: TestWeb, name: Name | undefined, path: string) {
  const cookie = name ? { cookie: `parley=${web.token(name)}` } : {};
  const response = await web.app.request(`${web.origin}${path}`, { headers: { accept: 'text/html', ...cookie } });
  return { response, status: response.status, text: await response.text() };
}

const documentsOf = async (web: TestWeb) => {
  const response = await web.as('ada', 'GET', `/api/v1/cases/${CASE}/documents`);
  return ((await response.json()) as { items: { id: string; isReady: boolean }[] }).items;
};

async function withReceipt() {
  const web = await aWeb();
  const body = new FormData();
  body.append('file', new File(['A receipt.'], 'receipt.txt'));
  const response = await web.as('ada', 'POST', `/api/v1/cases/${CASE}/documents`, { body });
  const { id } = (await response.json()) as { id: string };
  return { web, receipt: `/documents/${id}` };
}

describe('a link to a file on a page', () => {
  it('gives the file that the API gives, as an attachment', async () => {
    const { web, receipt } = await withReceipt();
    const { response, status, text } = await follows(web, 'ada', receipt);
    expect([status, text]).toEqual([200, 'A receipt.']);
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="receipt.txt"');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leads who is signed out by now to sign in, and back to the file', async () => {
    const { web, receipt } = await withReceipt();
    for (const path of [receipt, `/cases/${CASE}/exhibits.zip`, `/cases/${CASE}/exhibits.pdf`]) {
      const { response, status } = await follows(web, undefined, path);
      expect([status, response.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    }
  });

  it('shows a page, and no problem in JSON, for what is still being made, with a way to try again', async () => {
    const web = await aWeb({ happenings: STORY.decided });
    const pending = (await documentsOf(web)).find(({ isReady }) => !isReady);
    for (const [language, words] of Object.entries({ en, fr })) {
      const { response, status, text } = await follows(web, 'ada', `/documents/${pending?.id}?lang=${language}`);
      expect([status, response.headers.get('retry-after')]).toEqual([503, '3']);
      expect(text).toContain(words.failed.inTheMaking.title);
      expect(text).toContain(`href="/documents/${pending?.id}"`);
    }
  });

  it('says of what somebody may not see that there is nothing, on a page', async () => {
    const { web, receipt } = await withReceipt();
    for (const path of [receipt, '/documents/nothing', '/cases/nothing/exhibits.zip']) {
      const { status, text } = await follows(web, 'ben', path);
      expect([path, status, text.includes(en.missing.title)]).toEqual([path, 404, true]);
    }
  });
});
