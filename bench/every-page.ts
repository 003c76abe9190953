import type { PagesWorld } from './a-pages-world.ts';

/** Who looks: one of the demonstration's people, or nobody who is signed in. */
export type Part = 'applicant' | 'respondent' | 'facilitator' | 'member' | 'registrar' | 'nobody';

/** A page that people open. */
export interface BenchPage {
  readonly name: string;
  readonly as: Part;
  /** Where it is, or how to find that out. */
  readonly at: string | ((world: PagesWorld) => Promise<string>);
}

/** The page of the case in a stage that someone's list shows; whoever then looks may be another. */
const dispute =
  (of: Part, stage: string) =>
  async ({ html }: PagesWorld) => {
    const row = (await html('/cases', of)).split('<tr').find((one) => one.includes(`>${stage}<`));
    return pathIn(row, /href="(\/cases\/[^"?]+)"/, `a case in ${stage}`);
  };

/** Where a link on another page leads. */
const linkOn = (page: BenchPage['at'], as: Part, link: RegExp) => async (world: PagesWorld) =>
  pathIn(await world.html(typeof page === 'string' ? page : await page(world), as), link, `a link ${link}`);

/** A page of the claim that has been begun. */
const claim =
  (page: string) =>
  ({ claim: path }: PagesWorld) =>
    Promise.resolve(`${path}${page}`);

const NOTICE = /href="(\/cases\/[^"]+\/notices\/[^"]+)"/;

/** Every page for people. A new one is a line here; what its path names is found as people find it. */
export const EVERY_PAGE: readonly BenchPage[] = [
  { name: 'home', as: 'nobody', at: '/' },
  { name: 'sign in', as: 'nobody', at: '/sign-in' },
  { name: 'register', as: 'nobody', at: '/register' },
  { name: 'register, searched', as: 'nobody', at: '/register?q=hull' },
  { name: 'published decision', as: 'nobody', at: linkOn('/register', 'nobody', /href="(\/register\/[^"?]+)"/) },
  { name: 'my disputes, party', as: 'applicant', at: '/cases' },
  { name: 'my disputes, registrar', as: 'registrar', at: '/cases' },
  { name: 'my disputes, member', as: 'member', at: '/cases' },
  { name: 'work for the registrar', as: 'registrar', at: '/cases?show=work' },
  { name: 'work for a member', as: 'member', at: '/cases?show=work' },
  { name: 'case, response', as: 'respondent', at: dispute('respondent', 'Response') },
  { name: 'case, negotiation', as: 'applicant', at: dispute('applicant', 'Negotiation') },
  { name: 'case, facilitation', as: 'respondent', at: dispute('respondent', 'Facilitation') },
  { name: 'case, decision, party', as: 'applicant', at: dispute('applicant', 'Decision') },
  { name: 'case, decision, member', as: 'member', at: dispute('applicant', 'Decision') },
  { name: 'case, decision, registrar', as: 'registrar', at: dispute('applicant', 'Decision') },
  {
    name: 'room',
    as: 'applicant',
    at: linkOn(dispute('applicant', 'Negotiation'), 'applicant', /href="(\/cases\/[^"/]+\/room)"/),
  },
  {
    name: 'evidence',
    as: 'applicant',
    at: linkOn(dispute('applicant', 'Negotiation'), 'applicant', /href="(\/cases\/[^"/]+\/evidence)"/),
  },
  { name: 'where to get help', as: 'nobody', at: '/help/small-claims' },
  { name: 'verify an order', as: 'nobody', at: '/verify' },
  { name: 'explorer', as: 'nobody', at: '/explore/small-claims' },
  { name: 'start', as: 'applicant', at: '/start/small-claims' },
  { name: 'task list', as: 'applicant', at: claim('') },
  { name: 'guided question', as: 'applicant', at: claim('/questions/kind') },
  { name: 'check answers', as: 'applicant', at: claim('/check') },
  {
    name: 'act',
    as: 'applicant',
    at: linkOn(
      dispute('applicant', 'Negotiation'),
      'applicant',
      /href="(\/cases\/[^"]+\/act\/WRITE_TO_TRIBUNAL[^"]*)"/,
    ),
  },
  {
    name: 'act, registrar',
    as: 'registrar',
    at: linkOn(dispute('applicant', 'Decision'), 'registrar', /href="(\/cases\/[^"]+\/act\/ASSIGN[^"]*)"/),
  },
  { name: 'notice', as: 'respondent', at: linkOn(dispute('respondent', 'Response'), 'respondent', NOTICE) },
  { name: 'join', as: 'applicant', at: '/join' },
];

function pathIn(html: string | undefined, pattern: RegExp, what: string): string {
  const path = pattern.exec(html ?? '')?.[1];
  if (!path) throw new Error(`the demonstration no longer shows ${what}; say in bench/every-page.ts where it is`);
  return path.replaceAll('&amp;', '&');
}
