import type { CaseFile } from '../../src/domain/case-file.ts';
import { type Definition, definitionSchema } from '../../src/domain/definition/schema.ts';
import type { Party } from '../../src/domain/party.ts';
import type { MembershipRole, Viewer } from '../../src/domain/viewer.ts';

type User = Extract<Viewer, { kind: 'user' }>;

export function person(userId: string, ...roles: MembershipRole[]): User {
  return { kind: 'user', userId, email: `${userId}@example.org`, name: userId, language: 'en', roles };
}

/** Everyone who may come to the tribunal's door. */
export const PEOPLE = {
  /** Has not signed in. */
  stranger: { kind: 'stranger' },
  /** Signed in, and in no case. */
  uma: person('uma'),
  /** The applicant, who opened the case. */
  ada: person('ada'),
  /** Acts for Ada. */
  ravi: person('ravi'),
  /** Helps Ada. */
  hana: person('hana'),
  /** Was asked to help Ada, and has not answered. */
  hugo: person('hugo'),
  /** The respondent: no account is bound, but the address is his. */
  ben: person('ben'),
  /** Has Ben's name and another address. */
  otherBen: { ...person('other-ben'), name: 'Ben' },
  fay: person('fay', 'facilitator'),
  flo: person('flo', 'facilitator'),
  /** Facilitator and member in one person. */
  fran: person('fran', 'facilitator', 'member'),
  mia: person('mia', 'member'),
  max: person('max', 'member'),
  rita: person('rita', 'registrar'),
  /** Registrar and member in one person. */
  remi: person('remi', 'registrar', 'member'),
  /** Declared a conflict. */
  cole: person('cole', 'facilitator', 'registrar'),
  /** Holds every role, and is named as a respondent. */
  dora: person('dora', 'facilitator', 'member', 'registrar', 'admin'),
  nora: person('nora', 'admin'),
} as const satisfies Record<string, Viewer>;
export type Name = keyof typeof PEOPLE;

const ADA: Party = {
  id: 'A',
  role: 'applicant',
  side: 'applicant',
  name: 'Ada',
  email: 'ada@example.org',
  phone: '+1 250 555 0100',
  address: '1 Quay Street',
  language: 'en',
  outsideProvince: false,
  userId: 'ada',
  invited: true,
  responded: false,
  supporters: [
    { id: 'A1', capacity: 'representative', name: 'Ravi', email: 'ravi@example.org', userId: 'ravi' },
    { id: 'A2', capacity: 'helper', name: 'Hana', email: 'Hana@Example.org', userId: 'hana' },
    { id: 'A3', capacity: 'helper', name: 'Hugo', email: 'Hugo@Example.org' },
  ],
  data: {},
};
const BEN: Party = {
  id: 'B',
  role: 'respondent',
  side: 'respondent',
  name: 'Ben',
  email: 'BEN@example.org',
  language: 'en',
  outsideProvince: false,
  invited: false,
  responded: false,
  supporters: [],
  data: {},
};
const DORA: Party = { ...BEN, id: 'D', name: 'Dora', email: 'dora@example.org' };

const INTAKE: CaseFile = {
  id: 'case-1',
  reference: 'SC-2026-000001',
  workflow: { id: 'small-claims', version: 1 },
  language: 'en',
  chart: { value: { intake: 'review' }, done: false },
  stage: 'intake',
  stageSince: '2026-03-02T17:00:00.000Z',
  status: 'open',
  outcome: null,
  version: 9,
  openVersion: 4,
  openedAt: '2026-03-02T17:00:00.000Z',
  decidedAt: '2026-03-02T17:00:00.000Z',
  closedAt: null,
  parties: [ADA, BEN, DORA],
  data: {},
  fees: {},
  deadlines: [],
  lapsed: [],
  tasks: [],
  assigned: {},
  everAssigned: {},
  conflicts: ['cole'],
  room: 'closed',
  offers: [],
  lastDecision: null,
  lastOrder: null,
};
const INVITED = INTAKE.parties.map((party) => ({ ...party, invited: true }));
const FACILITATION: CaseFile = {
  ...INTAKE,
  parties: INVITED,
  stage: 'facilitation',
  room: 'open',
  assigned: { facilitator: 'fay' },
  everAssigned: { facilitator: ['fran', 'fay'] },
};
const ADJUDICATION: CaseFile = {
  ...FACILITATION,
  stage: 'adjudication',
  room: 'closed',
  assigned: { facilitator: 'fay', member: 'mia' },
  everAssigned: { facilitator: ['fran', 'fay'], member: ['mia'] },
};

/** One case as it goes on. */
export const CASES = {
  /** Nobody was told yet, and nobody has the case. */
  intake: INTAKE,
  /** Fay has the case; Fran had it before her. */
  facilitation: FACILITATION,
  /** Someone who is a member as well facilitates. */
  franFacilitates: { ...FACILITATION, assigned: { facilitator: 'fran' } },
  /** Mia decides. */
  adjudication: ADJUDICATION,
  closed: {
    ...ADJUDICATION,
    stage: 'closed',
    status: 'closed',
    outcome: 'decision',
    closedAt: '2026-06-02T17:00:00.000Z',
  },
} as const satisfies Record<string, CaseFile>;

/** A process with every kind of field access, and a member whom nothing but the engine keeps from having facilitated. */
export const DEFINITION: Definition = definitionSchema.parse({
  format: 1,
  id: 'small-claims',
  title: { en: 'Small claims' },
  languages: ['en', 'fr'],
  calendar: 'ca-bc',
  stages: [{ id: 'intake', title: { en: 'Intake' } }],
  roles: {
    applicant: { kind: 'party', min: 1, max: 5 },
    respondent: { kind: 'party', min: 1, max: 5 },
    facilitator: { kind: 'tribunal', assign: 'manual' },
    member: { kind: 'tribunal', assign: 'manual' },
    registrar: { kind: 'tribunal', shared: true },
  },
  forms: {
    claim: {
      title: { en: 'Claim' },
      pages: [
        {
          id: 'one',
          fields: [
            { id: 'amount', type: 'money' },
            { id: 'respondentAddress', type: 'address' },
            { id: 'site', type: 'address', access: 'case' },
            { id: 'safety', type: 'longtext', access: 'tribunal' },
            { id: 'birth', type: 'date', access: 'sealed' },
          ],
        },
        { id: 'two', fields: [{ id: 'wouldSettleFor', type: 'money', privileged: true }] },
      ],
    },
    joint: {
      title: { en: 'Joint' },
      pages: [
        {
          id: 'one',
          fields: [
            { id: 'phone', type: 'phone' },
            { id: 'note', type: 'text' },
          ],
        },
      ],
    },
    response: {
      title: { en: 'Response' },
      pages: [
        {
          id: 'one',
          fields: [
            { id: 'position', type: 'text' },
            { id: 'email', type: 'email' },
          ],
        },
      ],
    },
    secret: {
      title: { en: 'Secret' },
      pages: [{ id: 'one', fields: [{ id: 'lowest', type: 'money', privileged: true }] }],
    },
  },
  events: {
    SUBMIT: { by: ['applicant', 'representative'], form: 'claim' },
    STATE: { by: ['applicant', 'respondent'], form: 'joint' },
    RESPOND: { by: ['respondent'], scope: 'party', form: 'response' },
  },
  chart: { initial: 'intake', states: { intake: { meta: { stage: 'intake' } } } },
});
