import { audiencesOf, versionFor } from '../domain/access/audiences-of.ts';
import { needsFor } from '../domain/access/needs-for.ts';
import { stateShown } from '../domain/access/state-shown.ts';
import { mayReadContact, type VisibleAnswers, visibleAnswers } from '../domain/access/visible-answers.ts';
import type { Answers, CaseFile } from '../domain/case-file.ts';
import type { WrittenBy } from '../domain/contact-change.ts';
import type { Deadline } from '../domain/deadline.ts';
import { deadlineAudience } from '../domain/decide/deadlines.ts';
import type { Definition } from '../domain/definition/schema.ts';
import type { Need } from '../domain/need.ts';
import type { Party } from '../domain/party.ts';
import { statePath } from '../domain/statechart.ts';
import { textIn } from '../domain/text-in.ts';
import { typeset } from '../domain/texts/typeset.ts';
import type { Viewer } from '../domain/viewer.ts';

/** A case as the API shows it, less what its viewer may not see. */
export interface CaseView {
  readonly id: string;
  readonly reference: string;
  readonly workflow: { readonly id: string; readonly version: number };
  readonly stage: string;
  /** Dotted path of the active state; those of parallel regions joined by `+`. To who may come to decide, the talks are one state. */
  readonly state: string;
  readonly status: 'open' | 'closed';
  readonly outcome: string | null;
  /** To be named as `expectedVersion`. Without the room, it counts what lies outside it. */
  readonly version: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly parties: readonly PartyView[];
  readonly data: Answers;
  /** Of all amounts among the answers, its own and those of its parties: ISO 4217. */
  readonly currency: string;
  readonly deadlines: readonly DeadlineView[];
  /** Ids of the people who have the case. */
  readonly assigned: { readonly facilitator?: string; readonly member?: string };
}

export interface PartyView {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly state: string;
  /** Answers of the party's own forms; absent when there is nothing that the viewer may read. */
  readonly data?: Answers;
  /** For the party, their supporters and the tribunal alone, as what follows. Where it is protected, the party and the registry. */
  readonly contact?: ContactView;
  readonly supporters?: readonly SupporterView[];
  /** What they asked for to take part, as far as the viewer may read it; absent when that is nothing. */
  readonly needs?: readonly NeedView[];
}

/** How a party is reached. Of one who keeps it secret, others of the tribunal read `isProtected` and nothing else. */
export interface ContactView {
  readonly email?: string;
  /** Given, and not yet shown to be theirs. */
  readonly newEmail?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly language?: string;
  readonly writtenBy?: WrittenBy;
  readonly wantsTexts?: boolean;
  readonly isProtected?: boolean;
}
/** A need, without who told it. */
export type NeedView = Omit<Need, 'toldBy'>;

export interface SupporterView {
  readonly id: string;
  readonly capacity: 'representative' | 'helper';
  readonly name: string;
  readonly email: string;
  readonly note?: string;
  readonly joined: boolean;
}

export interface DeadlineView {
  readonly id: string;
  readonly name: string;
  readonly party?: string;
  /** Instant (UTC) of the stated minute. */
  readonly dueAt: string;
  readonly localDate: string;
  readonly zone: string;
  /** One sentence in the viewer's language. */
  readonly why: string;
}

/** The case as this viewer may see it. Ask `may(viewer, 'case.read', …)` first: to who may not, it does not exist. */
export function caseView(
  definition: Definition,
  caseFile: CaseFile,
  viewer: Viewer,
  language: string,
  answers: VisibleAnswers = visibleAnswers(definition, caseFile, viewer),
): CaseView {
  return {
    id: caseFile.id,
    reference: caseFile.reference,
    workflow: caseFile.workflow,
    stage: caseFile.stage,
    state: stateShown(definition, viewer, caseFile, statePath(caseFile.chart)),
    status: caseFile.status,
    outcome: caseFile.outcome,
    version: versionFor(viewer, caseFile),
    openedAt: caseFile.openedAt,
    closedAt: caseFile.closedAt,
    parties: caseFile.parties.map((party, place) => partyView(caseFile, party, viewer, answers.parties[place])),
    data: answers.data,
    currency: definition.currency,
    deadlines: openDeadlines(caseFile, viewer, language),
    assigned: assignedIn(caseFile),
  };
}

function partyView(caseFile: CaseFile, party: Party, viewer: Viewer, data: Answers = {}): PartyView {
  return {
    id: party.id,
    role: party.role,
    name: party.name,
    state: party.chart ? statePath(party.chart) : '',
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(audiencesOf(viewer, caseFile).includes(`party:${party.id}`) ? reachable(caseFile, party, viewer) : {}),
    ...needsOf(caseFile, party, viewer),
  };
}

function needsOf(caseFile: CaseFile, party: Party, viewer: Viewer): Pick<PartyView, 'needs'> {
  const needs = needsFor(viewer, caseFile, party);
  return needs.length > 0 ? { needs: needs.map(({ toldBy: _, ...need }) => need) } : {};
}

function reachable(caseFile: CaseFile, party: Party, viewer: Viewer): Pick<PartyView, 'contact' | 'supporters'> {
  return {
    contact: mayReadContact(viewer, caseFile, party) ? contactOf(party) : { isProtected: true },
    supporters: supportersOf(party),
  };
}

/** What of a party is how it is reached; shown where it is known. */
const WAYS = ['email', 'newEmail', 'phone', 'address', 'writtenBy', 'wantsTexts', 'isProtected'] as const;

function contactOf(party: Party): ContactView {
  const known: Partial<Record<keyof ContactView, unknown>> = {};
  for (const way of WAYS) if (party[way] !== undefined && party[way] !== '') known[way] = party[way];
  known.language = party.language;
  return known as ContactView;
}

function supportersOf({ supporters }: Party): NonNullable<PartyView['supporters']> {
  return supporters.map(({ userId, ...supporter }) => ({ ...supporter, joined: userId !== undefined }));
}

function openDeadlines(caseFile: CaseFile, viewer: Viewer, language: string): DeadlineView[] {
  const audiences = audiencesOf(viewer, caseFile);
  return caseFile.deadlines
    .filter((deadline) => audiences.includes(deadlineAudience(deadline)))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map((deadline) => deadlineView(deadline, language));
}

/** A deadline as people read it. */
export function deadlineView(
  { id, name, party, dueAt, localDate, zone, why }: Deadline,
  language: string,
): DeadlineView {
  return {
    id,
    name,
    ...(party ? { party } : {}),
    dueAt,
    localDate,
    zone,
    why: typeset(textIn(why, language), language),
  };
}

function assignedIn({ assigned: { facilitator, member } }: CaseFile): CaseView['assigned'] {
  return { ...(facilitator ? { facilitator } : {}), ...(member ? { member } : {}) };
}
