import { createHash } from 'node:crypto';
import type { Ids } from '../../src/app/ports/ids.ts';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { openPostOffice, type PostOffice, smtpError } from '../effects/post-office.ts';
import { APPLICATION, partyNamed, respond, submitClaim } from './a-claim.ts';
import { aComposedServer, type ComposedServer } from './a-composed-server.ts';
import type { Person } from './a-person.ts';

/** A tribunal in which Ann's claim against Bob took its course, as it would again: same clock, same ids. */
export interface History {
  readonly kind: 'with the room' | 'quiet';
  readonly server: ComposedServer;
  readonly office: PostOffice;
  readonly people: { readonly [name in Name]: Person };
  readonly caseId: string;
  /** Goes on with the story as far as this. */
  until(chapter: Chapter): Promise<void>;
  stop(): Promise<void>;
}

export type Name = 'ann' | 'bob' | 'fay' | 'mia' | 'max' | 'remi' | 'rita' | 'nora';
export const CHAPTERS = ['negotiation', 'facilitation', 'approval', 'adjudication', 'decision'] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** One step. Those in the room are without prejudice: a quiet history leaves them out. */
interface Step {
  readonly chapter: Chapter;
  readonly name: string;
  /** Minutes since the story began. */
  readonly at: number;
  readonly inRoom?: true;
  do(history: History): Promise<unknown>;
}

/** A party, to whom it told what it needs. */
interface Told {
  readonly needs: readonly { readonly id: string }[];
}

const DAY = 24 * 60;
/** When each chapter is over: both histories are read at the same moment. */
const END_OF: { readonly [C in Chapter]: number } = {
  negotiation: 8 * DAY + 1,
  facilitation: 9 * DAY + 30,
  approval: 9 * DAY + 50,
  adjudication: 10 * DAY + 15,
  decision: 12 * DAY,
};
const TODAY = '2026-03-02';
/** Words that only the room knows. */
export const ROOM_WORDS = ['turquoise', '87654'];
/** Where Bob is found: of two places of one length, each history knows one, and keeps it secret. */
export const PLACES = { 'with the room': '9 Turquoise Way', quiet: '9 Limestone Way' } as const;
/** What all agree to in each history: of one length. */
const AGREED = {
  'with the room': { amount: 87_654_00 / 100, terms: 'A turquoise bicycle.' },
  quiet: { amount: 12_345_00 / 100, terms: 'A limestone bicycle.' },
} as const;
const TERMS = { amount: 87_654_00 / 100, terms: 'A turquoise bicycle instead.' };

const STORY: readonly Step[] = [
  open('submit', 1, ({ people: { rita }, caseId }) => rita.act(caseId, 'ISSUE_NOTICE')),
  open('respond', 5, ({ people: { bob }, caseId }) => respond(bob, caseId, TODAY)),
  open('keep an address secret', 5, async ({ kind, people: { rita }, caseId }) => {
    const address = `${PLACES[kind]}\nVictoria BC  V8V 1A1`;
    const bob = partyNamed(await rita.case(caseId), 'Bob Bright');
    return rita.act(caseId, 'CHANGE_CONTACT', { address, isProtected: true }, bob);
  }),
  room('say in confidence what they need', 6, 'negotiation', async ({ people: { ann, bob }, caseId }) => {
    const need = { kind: 'safety', wants: ['separateTalks'], details: 'Not in the turquoise room.' };
    await bob.act(caseId, 'TELL_NEED', { ...need, readers: ['supporters', 'facilitator'] });
    await ann.act(caseId, 'TELL_NEED', { kind: 'interpreter', wants: ['spoken'], details: 'Turquoise.', readers: [] });
  }),
  room('talk', 6, 'negotiation', ({ people: { ann }, caseId }) =>
    ann.act(caseId, 'SEND_MESSAGE', { message: 'Would you give me a turquoise one?' }),
  ),
  open('write to all', 8, ({ people: { ann }, caseId }) =>
    ann.act(caseId, 'WRITE_TO_TRIBUNAL', { message: 'I attach nothing.' }),
  ),
  room('offer', 9, 'negotiation', ({ people: { ann }, caseId }) => ann.act(caseId, 'MAKE_OFFER', TERMS)),
  room('counter', 11, 'negotiation', ({ people: { bob }, caseId }) => bob.act(caseId, 'COUNTER_OFFER', TERMS)),
  room('decline', 12, 'negotiation', ({ people: { ann }, caseId }) => ann.act(caseId, 'DECLINE_OFFER')),
  room('a draft, uploaded', 13, 'negotiation', ({ people: { bob }, caseId }) => upload(bob, caseId)),
  room('blind bids that do not meet', 13, 'negotiation', async ({ people: { ann, bob }, caseId }) => {
    await ann.act(caseId, 'PROPOSE_BIDDING', { terms: 'For a turquoise bicycle.' });
    await bob.act(caseId, 'AGREE_BIDDING');
    await ann.act(caseId, 'BID', { amount: 87_654_00 / 100 });
    await bob.act(caseId, 'BID', { amount: 1_00 });
    await ann.act(caseId, 'BID', { amount: 87_654_00 / 100 });
    await bob.act(caseId, 'STOP_BIDDING');
  }),
  room(
    'an answer in confidence whose mail bounces',
    13,
    'negotiation',
    async ({ people: { rita }, caseId, office }) => {
      bouncing.add(office);
      const { parties } = await rita.case(caseId);
      const bob = parties.find(({ name }) => name === 'Bob Bright') as (typeof parties)[number] & Told;
      const answer = { need: bob.needs[0]?.id, outcome: 'cannot', answer: 'All our rooms are turquoise.' };
      return rita.act(caseId, 'ANSWER_NEED', answer, bob.id);
    },
  ),
  room('an offer whose mail bounces', 14, 'negotiation', async ({ people: { ann }, caseId, office }) => {
    bouncing.add(office);
    return ann.act(caseId, 'REPORT_AGREEMENT', TERMS);
  }),
  open('write again', 15, ({ people: { bob }, caseId }) =>
    bob.act(caseId, 'WRITE_TO_TRIBUNAL', { message: 'Neither do I.' }),
  ),
  room('the offer runs out', 8 * DAY, 'negotiation', async () => {}),
  {
    ...open('ask for help', 9 * DAY, ({ people: { ann }, caseId }) => ann.act(caseId, 'ASK_FACILITATION')),
    chapter: 'facilitation',
  },
  room('confide', 9 * DAY + 1, 'facilitation', ({ people: { bob }, caseId }) =>
    bob.act(caseId, 'SEND_SEPARATE_MESSAGE', { message: 'I still have the turquoise one.' }),
  ),
  room('ask', 9 * DAY + 2, 'facilitation', async ({ people: { fay }, caseId }) =>
    fay.act(
      caseId,
      'WRITE_TO_PARTY',
      { message: 'Would turquoise do?' },
      partyNamed(await fay.case(caseId), 'Ann Ashby'),
    ),
  ),
  room('offer again', 9 * DAY + 3, 'facilitation', ({ people: { bob }, caseId }) =>
    bob.act(caseId, 'MAKE_OFFER', TERMS),
  ),
  room('withdraw', 9 * DAY + 4, 'facilitation', ({ people: { bob }, caseId }) => bob.act(caseId, 'WITHDRAW_OFFER')),
  room('propose an order', 9 * DAY + 5, 'facilitation', async ({ people: { fay, ann, bob }, caseId }) => {
    await fay.act(caseId, 'PROPOSE_CONSENT_ORDER', TERMS);
    await bob.act(caseId, 'ACCEPT_OFFER');
    await ann.act(caseId, 'DECLINE_OFFER');
  }),
  room('offer once more', 9 * DAY + 6, 'facilitation', ({ people: { bob }, caseId }) =>
    bob.act(caseId, 'MAKE_OFFER', TERMS),
  ),
  agreed('propose what all will agree to', 9 * DAY + 40, ({ kind, people: { fay }, caseId }) =>
    fay.act(caseId, 'PROPOSE_CONSENT_ORDER', AGREED[kind]),
  ),
  agreed('say yes', 9 * DAY + 41, ({ people: { bob }, caseId }) => bob.act(caseId, 'ACCEPT_OFFER')),
  agreed('say yes as well', 9 * DAY + 42, ({ people: { ann }, caseId }) => ann.act(caseId, 'ACCEPT_OFFER')),
  {
    ...open('send it back', 9 * DAY + 60, ({ people: { rita }, caseId }) =>
      rita.act(caseId, 'RETURN_CONSENT_ORDER', { reasons: 'Say by when.' }),
    ),
    chapter: 'adjudication',
  },
  room(
    'agree to another order that is sent back, and leave an offer open',
    9 * DAY + 61,
    'adjudication',
    async ({ people, caseId }) => {
      await people.fay.act(caseId, 'PROPOSE_CONSENT_ORDER', TERMS);
      await people.bob.act(caseId, 'ACCEPT_OFFER');
      await people.ann.act(caseId, 'ACCEPT_OFFER');
      await people.rita.act(caseId, 'RETURN_CONSENT_ORDER', { reasons: 'Say how turquoise.' });
      await people.bob.act(caseId, 'MAKE_OFFER', TERMS);
    },
  ),
  {
    ...open('write in between', 9 * DAY + 90, ({ people: { ann }, caseId }) =>
      ann.act(caseId, 'WRITE_TO_TRIBUNAL', { message: 'And I attach nothing now.' }),
    ),
    chapter: 'adjudication',
  },
  {
    ...open('give up', 10 * DAY, ({ people: { fay }, caseId }) => fay.act(caseId, 'END_FACILITATION')),
    chapter: 'adjudication',
  },
  {
    ...open('assign', 10 * DAY + 5, ({ people: { rita, mia }, caseId }) =>
      rita.act(caseId, 'ASSIGN', { role: 'member', user: mia.id }),
    ),
    chapter: 'adjudication',
  },
  {
    ...open('set dates', 10 * DAY + 10, ({ people: { mia }, caseId }) =>
      mia.act(caseId, 'SET_SUBMISSION_DATES', {
        applicantBy: '2026-03-16',
        respondentBy: '2026-03-30',
        finalBy: '2026-04-08',
      }),
    ),
    chapter: 'adjudication',
  },
  {
    ...open('argue', 10 * DAY + 20, async ({ people: { ann, bob }, caseId }) => {
      await ann.act(caseId, 'FILE_SUBMISSION', { arguments: 'Here is the contract.' });
      await bob.act(caseId, 'FILE_REPLY', { arguments: 'It was a present.' });
      await ann.act(caseId, 'FILE_FINAL_REPLY', { arguments: 'It was none.' });
    }),
    chapter: 'decision',
  },
  {
    ...open('decide', 11 * DAY, ({ people: { mia }, caseId }) =>
      mia.act(caseId, 'ISSUE_DECISION', {
        reasons: 'A loan is proven.',
        terms: 'Bob pays Ann.',
        amount: APPLICATION.amount,
      }),
    ),
    chapter: 'decision',
  },
];

function open(name: string, at: number, act: Step['do']): Step {
  return { chapter: 'negotiation', name, at, do: act };
}

/** In both histories, in other words: that all have agreed shows in where the case stands. */
function agreed(name: string, at: number, act: Step['do']): Step {
  return { chapter: 'approval', name, at, do: act };
}

function room(name: string, at: number, chapter: Chapter, act: Step['do']): Step {
  return { chapter, name, at, inRoom: true, do: act };
}

const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

async function upload(person: Person, caseId: string): Promise<void> {
  const form = new FormData();
  form.set('file', new File([PICTURE], 'turquoise.gif', { type: 'image/gif' }));
  const kept = await person.call('POST', `/api/v1/cases/${caseId}/documents`, { body: form });
  if (kept.status !== 201) throw new Error(`the upload was refused: ${kept.text}`);
}

/** Offices that take nothing for Bob, from now on until the next open step. */
const bouncing = new Set<PostOffice>();

/** Starts the story: with what was said in the room, or quiet. */
export async function aHistory(kind: 'with the room' | 'quiet'): Promise<History> {
  const office = await openPostOffice({
    onLetter: ({ to }) =>
      bouncing.has(office) && to.join().startsWith('bob') ? smtpError(550, 'no such user') : undefined,
  });
  const start = Date.parse('2026-03-02T17:00:00.000Z');
  let minutes = 0;
  const ids = idsByStep();
  const clock = { now: () => new Date(start + minutes * 60_000).toISOString() };
  const server = await aComposedServer({ clock, ids, smtpUrl: office.url() });
  const people = {
    ann: await server.signIn('Ann'),
    bob: await server.signIn('Bob', [], 'fr'),
    fay: await server.signIn('Fay', ['facilitator']),
    mia: await server.signIn('Mia', ['member']),
    max: await server.signIn('Max', ['member']),
    remi: await server.signIn('Remi', ['registrar', 'member']),
    rita: await server.signIn('Rita', ['registrar']),
    nora: await server.signIn('Nora', ['admin']),
  };
  const claim = await submitClaim(people.ann, {
    applicant: { name: 'Ann Ashby', email: people.ann.email },
    respondents: [{ name: 'Bob Bright', email: people.bob.email, language: 'fr' }],
  });
  const steps = STORY.filter(({ inRoom }) => kind === 'with the room' || !inRoom);
  const history: History = {
    kind,
    server,
    office,
    people,
    caseId: claim.id,
    async until(chapter) {
      while (steps[0] && CHAPTERS.indexOf(steps[0].chapter) <= CHAPTERS.indexOf(chapter)) {
        const step = steps.shift() as Step;
        if (!step.inRoom) bouncing.delete(office);
        minutes = step.at;
        ids.turnTo(step.name);
        await server.settle();
        await step.do(history);
        await server.settle();
      }
      minutes = END_OF[chapter];
      ids.turnTo(`the end of ${chapter}`);
      await server.settle();
    },
    async stop() {
      await server.stop();
      await office.close();
    },
  };
  await server.settle();
  return history;
}

/** Ids that follow from the step of the story in which they are made, so that two tellings make the same. */
function idsByStep(): Ids & { turnTo(step: string): void } {
  let step = 'before';
  let made = 0;
  const next = () => createHash('sha256').update(`${step} ${++made}`).digest('hex');
  return {
    hash: nodeIds.hash,
    newId: () => next().slice(0, 26),
    newSecret: next,
    newCode: () => String(Number.parseInt(next().slice(0, 8), 16) % 1_000_000).padStart(6, '0'),
    turnTo(name) {
      step = name;
      made = 0;
    },
  };
}
