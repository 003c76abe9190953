import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Field, Form } from '../../src/domain/definition/form-schema.ts';
import { openPostOffice, type PostOffice } from '../effects/post-office.ts';
import { aComposedServer, type ComposedServer } from '../http/a-composed-server.ts';
import type { Person } from '../http/a-person.ts';
import { readPdf } from '../http/read-pdf.ts';
import { shippedDefinition } from '../workflows/shipped.ts';
import { openChromium } from './a-window.ts';
import { everyFormAtOnce, openFields, textFields } from './every-form-at-once.ts';

/** What no form may ever take for anything but text, one word long enough to widen a phone; and as it is kept. */
const HOSTILE = `<script>pwned=1</script><img src=x onerror=pwned=1>"'><svg onload=pwned=1> {{case.reference}} \${7*7} =1+1 \u202egpj.exe\u202c \u0000\ud800 😀 &lt;b&gt; javascript:pwned=1 ${'W'.repeat(90)}`;
const KEPT = HOSTILE.replace(/[\u202e\u202c\0\ud800]/g, '').replace(/ {2,}/g, ' ');
const NAME = '<script>pwned=1</script>"\'><img src=x onerror=pwned=1> {{recipient.name}} 😀';
const TOO_LONG = `</textarea>${HOSTILE}${'x'.repeat(100_000)}`;
const PHONE = { width: 375, height: 812 };
const SHIPPED = ['small-claims', 'traffic-fine'].map((id) => shippedDefinition(id));
const PROCESSES = SHIPPED.map(everyFormAtOnce);

let office: PostOffice;
let server: ComposedServer;
let browser: Browser;
let people: Readonly<Record<'ann' | 'bob' | 'mia' | 'rita', Person>>;
/** By process: the case in which everything was said. */
const cases = new Map<string, string>();

beforeAll(async () => {
  [office, browser] = await Promise.all([openPostOffice(), openChromium()]);
  server = await aComposedServer({ smtpUrl: office.url(), workflows: PROCESSES });
  people = {
    ann: await server.signIn('Ann'),
    bob: await server.signIn('Bob'),
    mia: await server.signIn('Mia', ['member']),
    rita: await server.signIn('Rita', ['registrar']),
  };
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await office?.close();
});

type Answered = Readonly<Record<string, unknown>> | undefined;

/** A text as long as its field takes it, that says which field it is. */
function hostile(field: Field): { readonly sent: string; readonly kept: string } {
  const mark = `${field.id}! `;
  const most = field.maxLength ?? 500;
  const sent = (mark + HOSTILE).slice(0, most);
  return { sent, kept: sent.length < most ? mark + KEPT : mark };
}

const ANSWERS: { readonly [T in Field['type']]: (field: Field, caseParty: string) => unknown } = {
  text: (field) => hostile(field).sent,
  longtext: (field) => hostile(field).sent,
  address: (field) => ({ line1: `${field.id}! ${HOSTILE}`.slice(0, 200), city: NAME }),
  number: ({ min = 1 }) => min,
  money: ({ min = 100 }) => min,
  date: ({ in: side }) => (side === 'future' ? '2049-03-02' : '2026-03-02'),
  yesno: () => true,
  choice: ({ options = [] }) => options[0]?.value,
  choices: ({ options = [] }) => options.map(({ value }) => value),
  email: () => "o'neil+1@people.example",
  phone: () => '+1 250 555 0100',
  file: () => undefined,
  party: (_, party) => party,
};

/** Every field, and where a file has to be given, one of the person's. */
async function answersTo(form: Form, party: string, person: Person, caseId: string): Promise<object> {
  const fields = form.pages
    .flatMap((page) => page.fields)
    .filter(({ type, required }) => type !== 'file' || required === true);
  const answers = fields.map(async (field) => {
    const answer = field.type === 'file' ? await aFile(person, caseId) : ANSWERS[field.type](field, party);
    return [field.id, answer] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

async function aFile(person: Person, caseId: string): Promise<readonly string[]> {
  const body = new FormData();
  body.set('file', new File(['A receipt.'], `${NAME}.txt`, { type: 'text/plain' }));
  const answer = await person.call('POST', `/api/v1/cases/${caseId}/documents`, { body });
  expect(answer.status, answer.text).toBe(201);
  return [answer.json<{ id: string }>().id];
}

/** Somebody's browser, on a phone. Whatever runs, asks or is forbidden there is an error. */
async function looking(person: Person): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: PHONE,
    extraHTTPHeaders: { authorization: `Bearer ${person.token}` },
  });
  const [page, complaints] = [await context.newPage(), [] as string[]];
  page.on('dialog', async (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}

const RUNS = `typeof pwned + document.querySelectorAll('[onerror], [onload]').length`;

/** It reads as text, runs as nothing, and widens nothing. */
async function expectText(page: Page, complaints: string[], texts: readonly string[], where: string): Promise<void> {
  const words = plain(await page.locator('body').evaluate((body) => (body as { textContent: string }).textContent));
  for (const text of texts) expect(words, where).toContain(plain(text));
  expect(words, where).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
  expect(await page.evaluate(RUNS), where).toBe('undefined0');
  expect(await page.evaluate('document.documentElement.scrollWidth'), `${where} scrolls sideways`).toBeLessThanOrEqual(
    PHONE.width,
  );
  expect(complaints.splice(0), where).toEqual([]);
}

/** Soft hyphens and breaks do not count. */
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060]/g, '').replace(/\s+/g, ' ');
}

describe.each(PROCESSES.map((definition) => ({ definition, id: definition.id })))(
  'hostile text in $id',
  ({ definition, id }) => {
    const forms = Object.entries(definition.forms).filter(([name]) => definition.events[`ASK_${name}`]);
    const said = (form: Form) =>
      textFields(form).filter(({ type, privileged }) => type !== 'address' && privileged !== true);

    it('is taken by every field as text, and given back so by the API', async () => {
      const { ann, bob, rita, mia } = people;
      const opened = await ann.post<{ id: string; parties: { id: string }[] }>('/cases', {
        workflow: id,
        parties: [
          { role: 'applicant', name: `\u202e${NAME}`, email: ann.email },
          { role: 'respondent', name: `Bob ${NAME}`, email: bob.email },
        ],
      });
      cases.set(id, opened.id);
      const party = opened.parties[0]?.id ?? '';
      for (const [name, form] of forms)
        await ann.act(opened.id, `ASK_${name}`, { ...(await answersTo(form, party, ann, opened.id)) });
      await bob.act(opened.id, 'SAY', { message: HOSTILE, amount: 100 });
      await bob.act(opened.id, 'OFFER', { message: HOSTILE, amount: 100 });
      await rita.act(opened.id, 'ASSIGN', { role: 'member', user: mia.id });
      await mia.act(opened.id, 'DECIDE', { reasons: HOSTILE, terms: HOSTILE });
      await server.settle();
      expect(server.errors).toEqual([]);
      const { data } = await rita.case(opened.id);
      for (const [name, form] of forms)
        for (const field of said(form))
          expect(plain(String((data[name] as Answered)?.[field.id])), field.id).toContain(plain(hostile(field).kept));
      const answer = await rita.call('GET', `/api/v1/cases/${opened.id}`);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }, 60_000);

    it.each(['ann', 'bob', 'mia', 'rita'] as const)('is text on the page of the case for %s', async (who) => {
      const { page, complaints } = await looking(people[who]);
      await page.goto(`${server.origin}/cases/${cases.get(id)}?lang=en`);
      const read = forms.flatMap(([, form]) =>
        who === 'rita' ? said(form) : said(form).filter((field) => openFields(form).includes(field)),
      );
      await expectText(
        page,
        complaints,
        [NAME, KEPT, ...read.map((field) => hostile(field).kept)],
        `the case for ${who}`,
      );
      await page.goto(`${server.origin}/cases?lang=fr`);
      await expectText(page, complaints, [NAME], `the list for ${who}`);
      await page.context().close();
    });

    it('is text in every letter, as HTML and as plain text, and on its page', async () => {
      const { page, complaints } = await looking(people.bob);
      // A reader of mail forbids nothing: what could run there would.
      const reader = await browser.newPage();
      const notices = await people.bob.part<{ id: string; notice: string }>(cases.get(id) ?? '', 'notices');
      for (const [name, form] of forms) {
        const texts = openFields(form)
          .filter(({ type }) => type === 'text' || type === 'longtext')
          .map((field) => hostile(field).kept);
        const notice = notices.find((one) => one.notice === `says-${name}`);
        await page.goto(`${server.origin}/cases/${cases.get(id)}/notices/${notice?.id}?lang=en`);
        await expectText(page, complaints, texts, `the notice of ${name}`);
        const letter = office.letters.find(({ raw }) =>
          new RegExp(`^x-parley-notice: says-${name}\\s*$`, 'im').test(raw),
        );
        for (const text of texts) expect(plain(letter?.email.text ?? ''), name).toContain(plain(text));
        await reader.setContent(letter?.email.html ?? '');
        expect(await reader.evaluate(RUNS)).toBe('undefined0');
        const words = plain((await reader.textContent('body')) ?? '');
        for (const text of texts) expect(words, name).toContain(plain(text));
      }
      await page.context().close();
    }, 60_000);

    it('is printed as text in documents', async () => {
      const documents = await people.ann.part<{ id: string; origin: string }>(cases.get(id) ?? '', 'documents');
      const issued = documents.find(({ origin }) => origin === 'issued');
      const { bytes } = await people.ann.call('GET', `/api/v1/documents/${issued?.id}`);
      const words = (await readPdf(bytes)).words.replace(/[\s-]/g, '');
      const texts = forms.flatMap(([, form]) => openFields(form).filter((field) => said(form).includes(field)));
      for (const field of texts) expect(words).toContain(`${field.id}!`.replace(/[\s-]/g, ''));
      expect(words).toContain('<script>pwned=1</script><imgsrc=xonerror=pwned=1>');
      expect(words).toContain('{{case.reference}}');
    });

    it('that is too long comes back as it was typed, with what to do', async () => {
      const { ann } = people;
      const caseId = cases.get(id);
      for (const [name, form] of forms) {
        const isGuided = form.pages.length > 1;
        for (const asked of isGuided ? form.pages : [undefined]) {
          const path = `/cases/${caseId}/act/ASK_${name}${asked ? `/questions/${asked.id}` : ''}`;
          const html = (await ann.call('GET', path)).text;
          const controls = [
            ...html.slice(html.indexOf('<main')).matchAll(/<(?:input|textarea)[^>]*name="([^"_]+)"[^>]*>/g),
          ]
            .filter(([control]) => !/type="(?:hidden|radio|checkbox|file)"/.test(control))
            .map(([, control]) => control ?? '');
          if (controls.length === 0) continue;
          const typed = new URLSearchParams(controls.map((control) => [control, TOO_LONG]));
          const answer = await ann.call('POST', path, {
            body: typed.toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          });
          expect(answer.status, path).toBe(422);
          expect(answer.text, path).not.toMatch(/<script>pwned|<img src=x|<svg onload|<\/textarea>&lt;script/);
          expect(answer.text.split('&lt;script&gt;pwned=1').length, path).toBeGreaterThan(1);
        }
      }
      expect(server.errors).toEqual([]);
    }, 60_000);
  },
);

describe('hostile text in the pages around a case', () => {
  const PLACES = ['/sign-in', '/register?q=', '/join', '/join/ask', '/start/small-claims'];

  it.each(PLACES)('is text at %s, whatever is typed there', async (place) => {
    const { ann } = people;
    const stranger = place.startsWith('/sign-in') || place.startsWith('/register');
    const { page, complaints } = await looking(stranger ? ({ token: '' } as Person) : ann);
    await page.goto(`${server.origin}${place}${place.endsWith('=') ? encodeURIComponent(HOSTILE.toWellFormed()) : ''}`);
    await expectText(page, complaints, [], place);
    const html = await page.content();
    const form = /<form[^>]*method="post"[^>]*>(.*?)<\/form>/s.exec(html.slice(html.indexOf('<main')))?.[1] ?? '';
    const names = [...form.matchAll(/<(?:input|textarea)[^>]*name="([^"]+)"/g)].map(([, name]) => name ?? '');
    for (const long of [HOSTILE, TOO_LONG]) {
      if (names.length === 0) continue;
      const typed = new URLSearchParams(names.map((name) => [name, name === '_key' ? '' : long]));
      const answer = await ann.call('POST', place, {
        body: typed.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([200, 413, 422], `${place}: ${answer.status}`).toContain(answer.status);
      expect(answer.text, place).not.toMatch(/<script>pwned|<img src=x|<svg onload/);
    }
    expect(server.errors).toEqual([]);
    await page.context().close();
  });

  it('is text in the public register', async () => {
    const { page, complaints } = await looking({ token: '' } as Person);
    await page.goto(`${server.origin}/register?lang=en`);
    await expectText(page, complaints, [], 'the register');
    await page.locator('main a[href^="/register/"]').first().click();
    // What is somebody's name has become initials there.
    await expectText(page, complaints, ['<script>pwned=1</script>', KEPT.slice(KEPT.indexOf('<svg'))], 'the decision');
    await page.context().close();
  });

  it('is no name of a file', async () => {
    const { ann } = people;
    const caseId = cases.get(PROCESSES[0]?.id ?? '') ?? '';
    const body = new FormData();
    body.set('file', new File(['Nothing.'], `../${NAME}\u202egpj.txt`, { type: 'text/plain' }));
    const answer = await ann.call('POST', `/api/v1/cases/${caseId}/documents`, { body });
    expect(answer.status, answer.text).toBe(201);
    const { id, filename } = answer.json<{ id: string; filename: string }>();
    expect(filename).not.toMatch(/[<>"\u202e/\\]/);
    const file = await ann.call('GET', `/api/v1/documents/${id}`);
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .=!{}-]*"(; filename\*=UTF-8''[\w.%~!'()*-]+)?$/,
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
