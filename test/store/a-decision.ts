import type { Audience } from '../../src/domain/audience.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Deadline } from '../../src/domain/deadline.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import type { Fact, NoticeSent } from '../../src/domain/fact.ts';
import type { Offer } from '../../src/domain/offer.ts';
import type { Party } from '../../src/domain/party.ts';

/** Decisions as the domain makes them, built by hand: the store is asked to keep them, not to understand them. */

let made = 0;

/** 26 characters like the real ids; unique in the process. */
export function anId(prefix = ''): string {
  made += 1;
  return `${prefix}${String(made).padStart(26 - prefix.length, '0')}`;
}

/** 2 March 2026, nine in the morning in Vancouver, and so many minutes. */
export function minute(minutes: number): string {
  return new Date(Date.parse('2026-03-02T17:00:00.000Z') + minutes * 60_000).toISOString();
}

export function aParty(changes: Partial<Party> = {}): Party {
  return {
    id: anId('p'),
    role: 'respondent',
    side: 'respondent',
    name: 'Bo Lindqvist',
    email: 'bo@example.org',
    language: 'en',
    outsideProvince: false,
    invited: false,
    responded: false,
    supporters: [],
    data: {},
    ...changes,
  };
}

/** Ada opens a case against Bo. */
export function aCaseOpened(changes: Partial<CaseFile> = {}, facts: readonly Fact[] = []): Decision {
  const id = changes.id ?? anId('c');
  const openedAt = changes.openedAt ?? minute(0);
  const applicant = aParty({
    role: 'applicant',
    side: 'applicant',
    name: 'Ada Byron',
    userId: 'ada',
    email: 'ada@example.org',
    invited: true,
  });
  const next: CaseFile = {
    id,
    reference: `SC-2026-${id.slice(-6)}`,
    workflow: { id: 'small-claims', version: 1 },
    language: 'en',
    chart: { value: { intake: 'review' }, done: false },
    stage: 'intake',
    stageSince: openedAt,
    status: 'open',
    outcome: null,
    version: 1,
    openVersion: 1,
    openedAt,
    decidedAt: openedAt,
    closedAt: null,
    parties: [applicant, aParty()],
    data: { application: { amount: 120_000, about: 'A bicycle that was never delivered' } },
    fees: {},
    deadlines: [],
    lapsed: [],
    tasks: [],
    assigned: {},
    everAssigned: {},
    conflicts: [],
    room: 'closed',
    offers: [],
    lastDecision: null,
    lastOrder: null,
    ...changes,
  };
  const actor = { kind: 'person', userId: 'ada', role: 'applicant' } as const;
  const { reference, workflow, language, data } = next;
  const command = { kind: 'open', actor, caseId: id, reference, workflow, language, parties: [], data } as const;
  const entry = {
    seq: 1,
    id: anId('e'),
    engine: ENGINE_REVISION,
    at: openedAt,
    command,
    audience: 'case',
    stage: next.stage,
    state: 'intake.review',
  } as const;
  return { entry, next, facts };
}

/** The next thing that happens in a case. */
export function aStep(
  before: CaseFile,
  facts: readonly Fact[] = [],
  {
    changes = {},
    at = minute(before.version),
    audience = 'case',
  }: { changes?: Partial<CaseFile>; at?: string; audience?: Audience } = {},
): Decision {
  const version = before.version + 1;
  const isOpen = !audience.startsWith('caucus:') && audience !== 'room';
  const next = { ...before, version, openVersion: before.openVersion + (isOpen ? 1 : 0), decidedAt: at, ...changes };
  const command = {
    kind: 'event',
    actor: { kind: 'person', userId: 'ada', role: 'applicant' },
    type: 'SEND_MESSAGE',
    data: { body: `Number ${version}` },
  } as const;
  const entry = {
    seq: version,
    id: anId('e'),
    engine: ENGINE_REVISION,
    at,
    command,
    audience,
    stage: next.stage,
    state: 'intake.review',
  };
  return { entry, next, facts };
}

export function aDeadline(changes: Partial<Deadline> = {}): Deadline {
  return {
    id: anId('d'),
    name: 'responseWindow',
    chart: 'case',
    raises: 'responseWindow',
    dueAt: minute(60),
    localDate: '2026-03-02',
    zone: 'America/Vancouver',
    calendar: { id: 'ca-bc', version: 1 },
    basis: '2026-03-02',
    count: 14,
    extensions: 0,
    extendedDays: 0,
    why: { en: 'You have 14 days.' },
    reminders: [],
    ...changes,
  };
}

export function aNotice(changes: Partial<NoticeSent> = {}): NoticeSent {
  return {
    kind: 'NoticeSent',
    id: anId('n'),
    notice: 'dispute-notice',
    template: 'dispute-notice',
    to: { party: 'p1', role: 'respondent', name: 'Bo Lindqvist', email: 'bo@example.org' },
    channels: ['portal', 'email'],
    language: 'en',
    subject: 'A claim was made against you',
    body: 'Please answer within 14 days.',
    attach: [],
    deadlines: [],
    legal: true,
    audience: 'party:p1',
    ...changes,
  };
}

export function aDocumentIssued(
  changes: Partial<Extract<Fact, { kind: 'DocumentIssued' }>> = {},
): Extract<Fact, { kind: 'DocumentIssued' }> {
  return {
    kind: 'DocumentIssued',
    id: anId('f'),
    document: 'dispute-notice',
    audience: 'case',
    content: {
      template: 'dispute-notice',
      language: 'en',
      title: 'Dispute notice',
      reference: 'SC-2026-000001',
      issuedAt: minute(0),
      issuedOn: '2026-03-02',
      parties: [{ role: 'applicant', name: 'Ada Byron' }],
      sections: [{ paragraphs: ['Ada Byron claims $1,200.'] }],
      currency: 'CAD',
    },
    ...changes,
  };
}

export function anOffer(changes: Partial<Offer> = {}): Offer {
  return {
    id: anId('o'),
    by: 'p1',
    madeAt: minute(1),
    status: 'open',
    terms: { amount: 60_000 },
    acceptedBy: [],
    ...changes,
  };
}

export function aMessage(audience: Audience, body = 'Could we talk?'): Extract<Fact, { kind: 'MessagePosted' }> {
  const by = { kind: 'person', userId: 'ada', role: 'applicant' } as const;
  return { kind: 'MessagePosted', id: anId('m'), by, body, attachments: [], audience };
}
