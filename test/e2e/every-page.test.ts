import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitClaim } from '../http/a-claim.ts';
import { onNode, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { byTouch, type Given } from './a-hand.ts';
import { aWindow, openChromium, type Window } from './a-window.ts';

let online: TribunalOnline;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  [online, browser] = await Promise.all([tribunalOnline(onNode), openChromium()]);
  window = aWindow(browser);
  for (const person of new Set(PLACES.map(({ as }) => as))) if (person !== 'nobody') await signIn(person);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await online?.stop();
});

type Person = 'applicant' | 'respondent' | 'facilitator' | 'member' | 'registrar' | 'nobody';

interface Place {
  readonly name: string;
  readonly as: Person;
  /** Where it is; or how to get there. */
  readonly at: string | ((page: Page) => Promise<void>);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Of someone's first dispute in a stage, its page. */
async function addressOf(page: Page, stage: string): Promise<string> {
  const found = await page.request.get(`${online.origin}/api/v1/cases?stage=${stage}&limit=1`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  return `${online.origin}/cases/${items[0]?.id}`;
}

const dispute = (stage: string) => async (page: Page) => {
  await page.goto(`${await addressOf(page, stage)}?lang=en`);
};

/** The claim that has just been begun, from the list. */
async function begun(page: Page): Promise<void> {
  await page.goto(`${online.origin}/cases?lang=en`);
  await page.locator('tr', { hasText: 'Sam Carter' }).first().getByRole('link').first().click();
}

const action = (stage: string, name: RegExp) => async (page: Page) => {
  await dispute(stage)(page);
  await page.locator('main a', { hasText: name }).first().click();
};

/** How someone in a dispute is reached. */
const contact = (language: string) => async (page: Page) => {
  await dispute('negotiation')(page);
  await page.locator('main a[href*="/contact/"]').first().click();
  if (language !== 'en') await page.goto(`${page.url().split('?')[0]}?lang=${language}`);
};

/** The talks of a dispute in that stage. */
const room =
  (stage: string, query = '?lang=en') =>
  async (page: Page) => {
    await page.goto(`${await addressOf(page, stage)}/room${query}`);
  };

const inRoom = (stage: string, name: RegExp) => async (page: Page) => {
  await room(stage)(page);
  await page.locator('main a', { hasText: name }).first().click();
};
/** A page of the evidence in a dispute under negotiation. */
const evidence =
  (place: string, language = 'en') =>
  async (page: Page) => {
    await page.goto(`${await addressOf(page, 'negotiation')}/evidence${place}?lang=${language}`);
  };

const BAR = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAJElEQVR42mNwq1hAU8QwasGoBaMWjFowasGoBaMWjFowNCwAAErSGj3jfsiLAAAAAElFTkSuQmCC',
  'base64',
);
const files = [
  { name: 'sink.png', mimeType: 'image/png', buffer: BAR },
  { name: 'what he wrote to me on the second of March.txt', mimeType: 'text/plain', buffer: Buffer.from('Pay me.') },
];

async function upload(page: Page, more: typeof files = []): Promise<void> {
  await evidence('/add')(page);
  await page.locator('#f-files').setInputFiles([...files, ...more]);
  await press(page, 'Upload');
  // A script sends them, and then shows what became of them.
  await (more.length > 0 ? page.locator('.govuk-error-summary').waitFor() : page.waitForURL(/\/describe/));
}

/** Files on their way, with what becomes of the request. */
async function uploading(page: Page, language: string, handle: (route: Route) => Promise<void>): Promise<void> {
  await evidence('/add', language)(page);
  await page.route('**/evidence/add', handle, { times: 1 });
  await page.locator('#f-files').setInputFiles(files);
  await page.locator('main form button').click();
}

/** For the respondent. */
async function onPaper(page: Page): Promise<void> {
  await evidence('/paper')(page);
  await page.locator('main input[type=radio]').last().check();
  await press(page, 'Go on');
}

/** A question of the claim that has just been begun. */
const claim = (number: number) => async (page: Page) => {
  await begun(page);
  await page.locator('main a[href*="/act/SUBMIT"]').first().click();
  await page.locator('.govuk-task-list a').nth(number).click();
};

/** All questions of it answered, as a business would: then the answers to check. */
async function answered(page: Page): Promise<void> {
  const given: Readonly<Record<string, Given>> = {
    applicantType: { option: 'organization' },
    claimType: { option: 'debt' },
    incidentOn: { date: '2026-01-15' },
    whatHappened: 'Sam borrowed the price of a bicycle.',
    amount: '3200',
    remedy: 'Pay back the loan.',
  };
  await claim(0)(page);
  for (let left = 12; page.url().includes('/questions/') && left > 0; left -= 1) {
    for (const [name, one] of Object.entries(given))
      if (await page.locator(`main [name^="${name}"]`).count()) await byTouch.fillIn(page, name, one);
    await press(page, 'Keep and go on');
  }
}

/** Answers before a claim, as far as the last question. */
const EXPLORED = 'q.about=debt&q.place=yes&q.amount=small&q.time=recent&q.other=known';
/** The page that checks an order, from the first dispute in which there is one. */
async function orderOfSomeCase(page: Page): Promise<void> {
  await page.goto(`${online.origin}/register?lang=en`);
  const said = await page.locator('main .rows').textContent();
  const reference = /[A-Z]+-\d{4}-\d{6}/.exec(said ?? '')?.[0] ?? '';
  const found = await page.request.get(`${online.origin}/api/v1/cases?q=${reference}`);
  await page.goto(
    `${online.origin}/cases/${((await found.json()) as { items: { id: string }[] }).items[0]?.id}?lang=en`,
  );
  await page.locator('main a[href^="/verify/"]').first().click();
}

/** A claim against somebody who has no account, and their part in it. One for all places. */
async function unjoined(): Promise<{ readonly caseId: string; readonly party: string; readonly code: string }> {
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

const shortAddress = (language: string) => async (page: Page) => {
  await page.goto(`${online.origin}/n/${(await unjoined()).code}?lang=${language}`);
};

/** Of the dispute that the respondent of the demonstration has to answer. */
const under = (stage: string, path: string, lang: string) => async (page: Page) => {
  const [at = '', query = ''] = path.split('?');
  await page.goto(`${await addressOf(page, stage)}${at}?lang=${lang}${query ? `&${query}` : ''}`);
};
/** Where the respondent has told what they need. */
let told = '';
const helpers = (path: string, lang = 'en') => under('negotiation', `/helpers${path}`, lang);
const needs = (path: string, lang = 'en') => under('response', `/needs${path}`, lang);

const PLACES: readonly Place[] = [
  { name: 'home', as: 'nobody', at: '/?lang=en' },
  { name: 'home-fr', as: 'nobody', at: '/?lang=fr' },
  { name: 'explorer', as: 'nobody', at: '/explore/small-claims?lang=en' },
  { name: 'explorer-wrong-fr', as: 'nobody', at: '/explore/small-claims?q.about=debt&_asked=place&lang=fr' },
  { name: 'explorer-here', as: 'nobody', at: `/explore/small-claims?${EXPLORED}&q.talked=yes&lang=en` },
  {
    name: 'explorer-letter-fr',
    as: 'nobody',
    at: `/explore/small-claims?${EXPLORED}&q.talked=no&q.letter-kind=pay&lang=fr`,
  },
  { name: 'sign-in', as: 'nobody', at: '/sign-in?lang=en' },
  {
    name: 'sign-in-wrong',
    as: 'nobody',
    at: async (page) => {
      await page.goto(`${online.origin}/sign-in?lang=en`);
      await press(page, 'Mail me a code');
    },
  },
  {
    name: 'code-wrong-fr',
    as: 'nobody',
    at: async (page) => {
      await page.goto(`${online.origin}/sign-in?lang=fr`);
      await page.locator('#f-email').fill('ann@people.example');
      await page.locator('main button').click();
      await page.locator('#f-code').fill('12');
      await page.locator('main button').click();
    },
  },
  { name: 'missing', as: 'nobody', at: '/nowhere?lang=en' },
  { name: 'problems', as: 'nobody', at: '/problems' },
  { name: 'problem', as: 'nobody', at: '/problems/NotFound' },
  { name: 'api', as: 'nobody', at: '/docs' },
  { name: 'mailbox', as: 'nobody', at: '/dev/mail?lang=en' },
  { name: 'register', as: 'nobody', at: '/register?lang=en' },
  { name: 'register-nothing-fr', as: 'nobody', at: '/register?lang=fr&q=zzz' },
  {
    name: 'published-decision',
    as: 'nobody',
    at: async (page) => {
      await page.goto(`${online.origin}/register?lang=en`);
      await page.locator('main .rows a').first().click();
    },
  },
  { name: 'verify', as: 'nobody', at: '/verify?lang=en' },
  { name: 'verify-unknown-fr', as: 'nobody', at: '/verify/7K3M-9Q2X-4VBC-8H5T?lang=fr' },
  {
    name: 'verified-order',
    as: 'registrar',
    at: async (page) => {
      await orderOfSomeCase(page);
      await page.locator('#f-name').fill('Nobody Here');
      await press(page, 'Compare');
    },
  },
  { name: 'disputes', as: 'applicant', at: '/cases?lang=en' },
  { name: 'disputes-fr', as: 'applicant', at: '/cases?lang=fr' },
  { name: 'disputes-of-the-registry', as: 'registrar', at: '/cases?lang=en' },
  { name: 'disputes-given-fr', as: 'facilitator', at: '/cases?show=given&lang=fr' },
  { name: 'case-response', as: 'respondent', at: dispute('response') },
  { name: 'case-negotiation', as: 'applicant', at: dispute('negotiation') },
  { name: 'room', as: 'applicant', at: room('negotiation') },
  { name: 'room-of-facilitation', as: 'facilitator', at: room('facilitation') },
  {
    name: 'room-alone-with-one-fr',
    as: 'facilitator',
    at: async (page) => {
      await room('facilitation', '?lang=fr')(page);
      await page.locator('.tabs a').nth(1).click();
    },
  },
  {
    name: 'room-nothing-written',
    as: 'applicant',
    at: async (page) => {
      await room('negotiation')(page);
      await press(page, 'Send');
    },
  },
  { name: 'accept-offer', as: 'applicant', at: inRoom('negotiation', /Accept the offer/) },
  { name: 'counter-offer', as: 'applicant', at: inRoom('negotiation', /counter-offer/) },
  { name: 'contact', as: 'applicant', at: contact('en') },
  {
    name: 'contact-wrong-fr',
    as: 'applicant',
    at: async (page) => {
      await contact('fr')(page);
      await page.locator('#f-phone').fill('');
      await page.locator('#f-wantsTexts').check();
      await page.locator('main button').last().click();
    },
  },
  {
    name: 'contact-to-confirm',
    as: 'applicant',
    at: async (page) => {
      await contact('en')(page);
      await page.locator('#f-email').fill('elsewhere@people.example');
      await press(page, 'Save');
    },
  },
  { name: 'contact-of-someone', as: 'registrar', at: contact('en') },
  { name: 'letters-to-post', as: 'registrar', at: '/letters?lang=en' },
  { name: 'case-facilitation', as: 'facilitator', at: dispute('facilitation') },
  { name: 'case-decision', as: 'member', at: dispute('adjudication') },
  { name: 'case-closed', as: 'registrar', at: dispute('closed') },
  { name: 'message', as: 'applicant', at: action('negotiation', /message|write/i) },
  { name: 'evidence', as: 'applicant', at: evidence('') },
  { name: 'evidence-of-the-other-side-fr', as: 'respondent', at: evidence('', 'fr') },
  {
    name: 'evidence-too-late',
    as: 'member',
    at: async (page) => {
      await page.goto(`${await addressOf(page, 'adjudication')}/evidence`);
    },
  },
  { name: 'evidence-of-the-registry', as: 'registrar', at: evidence('') },
  { name: 'evidence-on-paper', as: 'registrar', at: evidence('/paper') },
  {
    name: 'evidence-on-paper-whose-fr',
    as: 'registrar',
    at: async (page) => {
      await evidence('/add')(page);
      await page.goto(`${page.url()}&lang=fr`);
    },
  },
  { name: 'evidence-on-paper-add', as: 'registrar', at: onPaper },
  {
    name: 'evidence-on-paper-added',
    as: 'registrar',
    at: async (page) => {
      await onPaper(page);
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
    at: async (page) => {
      await uploading(page, 'en', async () => undefined);
      await page.getByRole('progressbar', { name: 'Your files are on their way' }).waitFor();
    },
  },
  {
    name: 'evidence-upload-lost-fr',
    as: 'applicant',
    at: async (page) => {
      await uploading(page, 'fr', (route) => route.abort('connectionreset'));
      await page.getByRole('status').filter({ hasText: 'réessayez' }).waitFor();
      expect(await page.getByText('Vos fichiers sont en route').isVisible()).toBe(false);
    },
  },
  {
    name: 'evidence-add-wrong',
    as: 'applicant',
    at: (page) => upload(page, [{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html>') }]),
  },
  { name: 'evidence-describe', as: 'applicant', at: (page) => upload(page) },
  {
    name: 'evidence-describe-wrong-fr',
    as: 'applicant',
    at: async (page) => {
      await upload(page);
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
    at: async (page) => {
      await evidence('/A-1/describe')(page);
      await page.locator('#f-description').fill('What I wrote to Sam on the day, and what he wrote back.');
      await press(page, 'Correct description or date');
    },
  },
  { name: 'exhibit-withdraw-fr', as: 'applicant', at: evidence('/A-1/withdraw', 'fr') },
  { name: 'give-the-case', as: 'registrar', at: action('adjudication', /Give the case/) },
  {
    name: 'letter',
    as: 'respondent',
    at: async (page) => {
      await dispute('response')(page);
      await page.locator('a[href*="/notices/"]').first().click();
    },
  },
  { name: 'join-nobody-fr', as: 'nobody', at: '/join?lang=fr' },
  { name: 'ask-for-a-code', as: 'nobody', at: '/join/ask?lang=en' },
  {
    name: 'ask-for-a-code-wrong-fr',
    as: 'nobody',
    at: async (page) => {
      await page.goto(`${online.origin}/join/ask?lang=fr`);
      await page.locator('main form button').click();
    },
  },
  { name: 'asked-for-a-code', as: 'nobody', at: '/join/asked?lang=en' },
  { name: 'short-address', as: 'nobody', at: shortAddress('en') },
  { name: 'short-address-fr', as: 'nobody', at: shortAddress('fr') },
  { name: 'short-address-signed-in', as: 'applicant', at: shortAddress('en') },
  { name: 'short-address-used', as: 'nobody', at: '/n/0000-0000-0000-0000?lang=en' },
  { name: 'help', as: 'nobody', at: '/help/small-claims?lang=en' },
  { name: 'help-fr', as: 'nobody', at: '/help/small-claims?lang=fr' },
  {
    name: 'letter-with-a-code',
    as: 'registrar',
    at: async (page) => {
      const { caseId, party } = await unjoined();
      await page.goto(`${online.origin}/cases/${caseId}/parties/${party}/letter?lang=en`);
    },
  },
  { name: 'join', as: 'applicant', at: '/join?lang=en' },
  {
    name: 'join-wrong',
    as: 'applicant',
    at: async (page) => {
      await page.goto(`${online.origin}/join?lang=en`);
      await page.locator('#f-code').fill('NO SUCH CODE');
      await press(page, 'Go on');
    },
  },
  { name: 'start', as: 'applicant', at: '/start/small-claims?lang=en' },
  {
    name: 'start-carried',
    as: 'applicant',
    at: async (page) => {
      await page.goto(`${online.origin}/start/small-claims?q.about=debt&lang=en`);
      await press(page, /Add another: Respondent/);
    },
  },
  {
    name: 'start-wrong-fr',
    as: 'applicant',
    at: async (page) => {
      await page.goto(`${online.origin}/start/small-claims?lang=fr`);
      await page.locator('main button[type=submit]').last().click();
    },
  },
  {
    name: 'claim',
    as: 'applicant',
    at: async (page) => {
      await page.goto(`${online.origin}/start/small-claims?lang=en`);
      await page.locator('[name="applicant.1.name"]').fill('Amira Haddad');
      await page.locator('[name="respondent.1.name"]').fill('Sam Carter');
      await press(page, 'Go on');
      await page.locator('main a[href*="/act/SUBMIT"]').first().click();
    },
  },
  { name: 'question', as: 'applicant', at: claim(0) },
  {
    name: 'question-wrong-fr',
    as: 'applicant',
    at: async (page) => {
      await claim(2)(page);
      await page.goto(`${page.url()}?lang=fr`);
      await page.locator('main form button').first().click();
    },
  },
  {
    name: 'link-mailed',
    as: 'applicant',
    at: async (page) => {
      await claim(0)(page);
      await page.getByLabel('A person').check();
      await press(page, 'Keep, and mail me a link');
    },
  },
  { name: 'begun', as: 'applicant', at: begun },
  {
    name: 'sent-already',
    as: 'respondent',
    at: async (page) => {
      await page.goto(`${await addressOf(page, 'negotiation')}/act/FILE_RESPONSE?lang=en`);
    },
  },
  {
    name: 'check-answers',
    as: 'applicant',
    at: async (page) => {
      await claim(0)(page);
      await page.goto(page.url().replace(/\/questions\/.*/, '/check?lang=en'));
    },
  },
  { name: 'check-answers-with-a-fee', as: 'applicant', at: answered },
  {
    name: 'check-answers-with-a-fee-fr',
    as: 'applicant',
    at: async (page) => {
      await claim(0)(page);
      await page.getByLabel('A person').check();
      await press(page, 'Keep and go on');
      await page.goto(page.url().replace(/\/questions\/.*/, '/check?lang=fr'));
    },
  },
  { name: 'who-helps', as: 'applicant', at: helpers('') },
  { name: 'invite', as: 'applicant', at: helpers('/invite') },
  {
    name: 'invite-check-fr',
    as: 'applicant',
    at: async (page) => {
      await helpers('/invite', 'fr')(page);
      await page.locator('#f-capacity-2').check();
      await page.locator('#f-name').fill('Rex Lee');
      await page.locator('#f-email').fill('rex@people.example');
      await page.locator('main form button').click();
    },
  },
  {
    name: 'who-helps-invited',
    as: 'applicant',
    at: async (page) => {
      await helpers('/invite')(page);
      await page.locator('#f-capacity-2').check();
      await page.locator('#f-name').fill('Rex Lee');
      await page.locator('#f-email').fill('rex@people.example');
      await page.locator('#f-note').fill('Of the law centre.');
      await press(page, 'Go on');
      await press(page, 'Send the invitation');
    },
  },
  {
    name: 'end-help',
    as: 'applicant',
    at: async (page) => {
      await helpers('')(page);
      await page.locator('main a[href*="/end"]').first().click();
    },
  },
  { name: 'needs', as: 'respondent', at: needs('') },
  { name: 'need-kind', as: 'respondent', at: needs('/tell') },
  {
    name: 'need-wrong-fr',
    as: 'respondent',
    at: async (page) => {
      await needs('/tell?kind=safety', 'fr')(page);
      await page.locator('main form button').click();
    },
  },
  {
    name: 'needs-told',
    as: 'respondent',
    at: async (page) => {
      await needs('/tell?kind=accommodation')(page);
      await page.locator('#f-wants').check();
      await page.locator('#f-details').fill('I read slowly. A phone call helps me most.');
      await press(page, 'Tell the registry');
      told = new URL(page.url()).pathname;
    },
  },
  {
    name: 'need-withdraw',
    as: 'respondent',
    at: async (page) => {
      await needs('')(page);
      await page.locator('main a[href*="/withdraw"]').first().click();
    },
  },
  {
    name: 'needs-registry',
    as: 'registrar',
    at: (page) => page.goto(`${online.origin}${told}?lang=en`).then(() => {}),
  },
  {
    name: 'need-answer',
    as: 'registrar',
    at: async (page) => {
      await page.goto(`${online.origin}${told}?lang=en`);
      await page.locator('main a[href*="/answer"]').first().click();
    },
  },
  { name: 'case-response-registry', as: 'registrar', at: dispute('response') },
];

describe('every page', () => {
  it.each(PLACES)(
    '$name fits on a phone and on a desk, and keeps nobody out',
    async ({ name, as, at }) => {
      const page = await window.as(as);
      if (typeof at === 'string') await page.goto(online.origin + at);
      else await at(page);
      await window.expectFit(page, name);
    },
    60_000,
  );
});

describe('somebody who must not be seen at it', () => {
  it('leaves by three presses of Shift, and the page is gone from the screen at once', async () => {
    const page = await window.as('applicant');
    await dispute('negotiation')(page);
    const elsewhere = (url: URL) => url.origin !== online.origin;
    await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await page.waitForURL(elsewhere);
    expect(await page.locator('body').textContent()).toBe('Weather');
    await page.unroute(elsewhere);
  });
});

describe('files on their way', () => {
  it('are shown as far as they are, and end on the next page', async () => {
    const page = await window.as('applicant');
    await evidence('/add')(page);
    const slow = await page.context().newCDPSession(page);
    const speed = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_000_000 };
    await slow.send('Network.emulateNetworkConditions', speed);
    const long = { name: 'all messages.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_000_000, 'Pay me. ') };
    await page.locator('#f-files').setInputFiles([long]);
    await press(page, 'Upload');
    await page
      .getByRole('status')
      .filter({ hasText: /^(25|50|75)% sent$/ })
      .waitFor();
    await page.waitForURL(/\/describe/);
    await slow.detach();
    expect(await page.getByText('all messages.txt').count()).toBeGreaterThan(0);
  }, 30_000);

  it('that cannot be taken are named on the same page, which can be sent again', async () => {
    const page = await window.as('applicant');
    await upload(page, [{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html>') }]);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    await page
      .locator('#f-files')
      .setInputFiles([{ ...files[1], name: 'again.txt', buffer: Buffer.from('Again.') } as never]);
    await press(page, 'Upload');
    await page.waitForURL(/\/describe/);
    expect(await page.getByText('again.txt').count()).toBeGreaterThan(0);
  });
});

/** As the demonstration lets everyone. */
async function signIn(person: Person): Promise<void> {
  const page = await window.as(person);
  const form = { email: `${person}@demo.example` };
  const answer = await page.request.post(`${online.origin}/dev/sign-in`, { form, headers: { origin: online.origin } });
  expect(answer.status()).toBe(200);
}
