import type { Actor } from '../../src/domain/actor.ts';
import type { Command } from '../../src/domain/command.ts';
import type { ChartNode } from '../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { withEvidence } from '../with-evidence.ts';
import { aTribunal, idOf, someone, type TestTribunal } from './a-tribunal.ts';

/** Everyone around Ada's dispute with Ben. */
export const ada = someone('ada');
export const ben = someone('ben');
export const hana = someone('hana');
export const fay = someone('fay', 'facilitator');
export const flo = someone('flo', 'facilitator');
export const fran = someone('fran', 'facilitator', 'member');
export const mia = someone('mia', 'member');
export const max = someone('max', 'member');
export const rita = someone('rita', 'registrar');
export const remi = someone('remi', 'registrar', 'member');
export const nora = someone('nora', 'admin');
export const EVERYONE = { ada, ben, hana, fay, flo, fran, mia, max, rita, remi, nora };

const both = (text: string) => ({ en: text, fr: text });
const chart = depositDispute.chart as ChartNode;
const talk = { SEND_PRIVATE: {}, SEND_OPEN: {} };

const PRIVATE_FORM = {
  title: both('Message'),
  pages: [
    {
      id: 'one',
      fields: [
        { id: 'message', type: 'longtext' as const, required: true },
        { id: 'party', type: 'party' as const },
      ],
    },
  ],
};

/** The deposit dispute, in which a party can also talk with the facilitator alone, and to everyone. */
const definition: DefinitionInput = {
  ...depositDispute,
  forms: { ...depositDispute.forms, private: PRIVATE_FORM },
  deadlines: {
    ...depositDispute.deadlines,
    offerWindow: {
      count: 7,
      unit: 'days',
      extend: { by: ['registrar', 'member'], maxDays: 7, times: 1 },
      why: { en: 'The offer is open for {count} days.', fr: 'L’offre est valable {count} jours.' },
    },
  },
  events: {
    ...depositDispute.events,
    SEND_PRIVATE: {
      by: ['applicant', 'respondent', 'facilitator'],
      form: 'private',
      privileged: true,
      message: 'separate',
    },
    SEND_OPEN: { title: both('Write'), by: ['applicant', 'respondent'], form: 'message', message: 'case' },
  },
  chart: {
    ...chart,
    states: {
      ...chart.states,
      negotiation: { ...chart.states?.negotiation, on: { ...chart.states?.negotiation?.on, ...talk } },
    },
  },
};

/** The same, in which parties put things in evidence. */
export const EVIDENCE_DISPUTE = withEvidence(definition);

export const CASE = idOf('the case');
const A = `${idOf('open')}0`;
const B = `${idOf('open')}1`;
export const PARTIES = { ada: A, ben: B };

const person = (userId: string, role: string, party?: string): Actor => ({
  kind: 'person',
  userId,
  role,
  ...(party ? { party } : {}),
});
const ADA = person('ada', 'applicant', A);
const BEN = person('ben', 'respondent', B);
const FAY = person('fay', 'facilitator');
const MIA = person('mia', 'member');
const RITA = person('rita', 'registrar');
const ENGINE: Actor = { kind: 'engine' };
const event = (actor: Actor, type: string, data?: object, party?: string): Command =>
  ({ kind: 'event', actor, type, ...(data ? { data } : {}), ...(party ? { party } : {}) }) as Command;

/** One thing that happened; `inRoom` is without prejudice. Minutes after the one before. */
export interface Happening {
  readonly name: string;
  readonly after: number;
  readonly inRoom?: boolean;
  readonly command: Command | ((tribunal: TestTribunal) => Command);
}

const OPENING: Happening[] = [
  {
    name: 'open',
    after: 0,
    command: {
      kind: 'open',
      actor: person('ada', 'applicant'),
      caseId: CASE,
      reference: 'DEP-2026-000001',
      workflow: { id: 'deposit', version: 1 },
      language: 'en',
      parties: [
        { role: 'applicant', name: 'Ada Byron', email: 'ada@example.org', phone: '+1 250 555 0100', userId: 'ada' },
        { role: 'respondent', name: 'Ben Okri', email: 'ben@example.org', address: '2 Mill Road' },
      ],
      data: {},
    },
  },
  {
    name: 'submit',
    after: 1,
    command: event(ADA, 'SUBMIT', { amount: 120_000, what: 'He kept my deposit.', bank: 'Bank 001, account 42' }),
  },
  { name: 'pay', after: 1, command: event(ADA, 'PAY') },
  {
    name: 'invite Hana',
    after: 1,
    command: { kind: 'invite', actor: ADA, party: A, capacity: 'helper', name: 'Hana', email: 'hana@example.org' },
  },
  { name: 'issue', after: 1, command: event(RITA, 'ISSUE_NOTICE') },
  { name: 'serve', after: 1, command: event(ADA, 'RECORD_SERVICE', { servedOn: '2026-03-02', method: 'inPerson' }, B) },
  { name: 'Ben joins', after: 1, command: { kind: 'join', actor: BEN, party: B, userId: 'ben' } },
  {
    name: 'Hana joins',
    after: 0,
    command: { kind: 'join', actor: ENGINE, party: A, supporter: `${idOf('invite Hana')}0`, userId: 'hana' },
  },
  {
    name: 'answer',
    after: 1,
    command: event(BEN, 'FILE_RESPONSE', { position: 'disagree', reasons: 'She broke the sink.' }),
  },
  { name: 'give to Fay', after: 1, command: { kind: 'assign', actor: RITA, role: 'facilitator', userId: 'fay' } },
  { name: 'write', after: 1, command: event(ADA, 'SEND_OPEN', { message: 'I attach nothing.' }) },
];

/** What is said without prejudice. */
const IN_ROOM: Happening[] = [
  { name: 'talk', command: event(ADA, 'SEND_MESSAGE', { message: 'Shall we settle?' }) },
  { name: 'talk back', command: event(BEN, 'SEND_MESSAGE', { message: 'For how much?' }) },
  { name: 'confide', command: event(BEN, 'SEND_PRIVATE', { message: 'I could pay 900.' }) },
  { name: 'ask', command: event(FAY, 'SEND_PRIVATE', { message: 'Would you take 900?', party: A }, A) },
  { name: 'offer', command: event(ADA, 'MAKE_OFFER', { amount: 100_000 }) },
  { name: 'offer delivered', command: deliveryOf('delivered') },
  { name: 'counter', command: event(BEN, 'COUNTER_OFFER', { amount: 90_000 }) },
  { name: 'decline', command: event(ADA, 'DECLINE_OFFER') },
  { name: 'last offer', command: event(BEN, 'MAKE_OFFER', { amount: 95_000 }) },
].map((happening) => ({ ...happening, after: 0, inRoom: true }));

/** The mail about an offer came back. */
export const BOUNCED: Happening = {
  name: 'offer bounced',
  after: 0,
  inRoom: true,
  command: deliveryOf('undeliverable'),
};

const TO_DECISION: Happening[] = [
  { name: 'write again', after: 60, command: event(BEN, 'SEND_OPEN', { message: 'Neither do I.' }) },
  { name: 'go to decision', after: 60, command: event(FAY, 'GO_TO_DECISION') },
];
const ASSIGNED: Happening = {
  name: 'give to Mia',
  after: 60,
  command: { kind: 'assign', actor: RITA, role: 'member', userId: 'mia' },
};
const DECIDED: Happening = {
  name: 'decide',
  after: 60,
  command: event(MIA, 'DECIDE', {
    reasons: 'Ben Okri kept the deposit.\nHe shows no damage.',
    terms: 'Ben pays Ada $1,200.',
    amount: 120_000,
  }),
};

/** The story as far as each point. */
export const STORY = {
  negotiation: [...OPENING, ...IN_ROOM],
  toDecision: [...OPENING, ...IN_ROOM, ...TO_DECISION],
  assigned: [...OPENING, ...IN_ROOM, ...TO_DECISION, ASSIGNED],
  decided: [...OPENING, ...IN_ROOM, ...TO_DECISION, ASSIGNED, DECIDED],
} as const;

function deliveryOf(kind: 'delivered' | 'undeliverable') {
  return ({ registry }: TestTribunal): Command => {
    const { items } = registry.read((reads) => reads.part('notices', CASE, [`caucus:${B}`], { limit: 1 }));
    const about = { notice: 'offer-made', noticeId: items[0]?.id ?? '', party: B, channel: 'email' };
    return kind === 'delivered'
      ? { kind, actor: ENGINE, ...about }
      : { kind, actor: ENGINE, ...about, reason: '550 no such user' };
  };
}

/** The tribunal after these things happened in Ada's dispute. In the room, what the rules refuse can be left out. */
export async function afterwards(
  happenings: readonly Happening[],
  inRoom?: 'skip refusals',
  process = definition,
): Promise<TestTribunal> {
  const tribunal = await aTribunal(Object.values(EVERYONE), process);
  for (const happening of happenings) {
    tribunal.clock.advance({ minutes: happening.after });
    const { name, command } = happening;
    const done = tribunal.perform(CASE, name, typeof command === 'function' ? command(tribunal) : command);
    if (happening.inRoom && inRoom === 'skip refusals') await done.catch(() => undefined);
    else await done;
  }
  return tribunal;
}
