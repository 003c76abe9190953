import type { CaseFile } from '../../domain/case-file.ts';
import { decide } from '../../domain/decide/decide.ts';
import { named } from '../../domain/definition/definition-view.ts';
import type { EventRule } from '../../domain/definition/event-schema.ts';
import { ENGINE_REVISION } from '../../domain/engine-revision.ts';
import { commandFor } from '../../domain/forms/command-for.ts';
import { outstanding } from '../../domain/process/environment.ts';
import type { Process } from '../../domain/process/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorFor } from '../acting.ts';
import type { DraftPlace } from '../drafts/draft-place.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActionView } from './action-view.ts';
import { caseFor } from './case-for.ts';
import { definedActions } from './defined-actions.ts';
import { type RefusedActions, refusedActions } from './list-refused-actions.ts';

/** What would be so if an event were sent now. */
export interface ForeseenEvent {
  /** Charged for it, by these answers. Cents. */
  readonly fee: number;
  /** Of the fee, what would still have to be paid. Cents. */
  readonly open: number;
  /** What the viewer could do then, and cannot now. */
  readonly actions: readonly ActionView[];
  /** What would be refused them then, and is not now; and why. */
  readonly refusedActions: readonly RefusedActions[];
}

type User = Extract<Viewer, { kind: 'user' }>;

/**
 * What an event that costs something would bring, by the very rules by which the case will take it; nothing is stored. Undefined
 * where it would be refused, and of what is said or offered without prejudice: nobody tries that out to learn of the others.
 */
export function foreseeEvent(
  { registry, clock, ids, processOf }: Pick<Ports, 'registry' | 'clock' | 'ids' | 'processOf'>,
  viewer: Viewer,
  { caseId, event, party }: DraftPlace,
  data: Readonly<Record<string, unknown>>,
  language: string,
): ForeseenEvent | undefined {
  return registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return undefined;
    const process = processOf(theCase.workflow);
    const rule = named(process.definition.events, event);
    if (!rule?.fee || isOfTheTalks(rule)) return undefined;
    const stamp = { at: clock.now(), id: ids.newId(), engine: ENGINE_REVISION };
    const next = decided(process, theCase, viewer, { type: event, party, data }, stamp);
    return (
      next && { ...feesOf(rule.fee, theCase, next), ...newFor(process, viewer, theCase, next, stamp.at, language) }
    );
  });
}

function isOfTheTalks({ privileged, offer, bidding, message }: EventRule): boolean {
  return Boolean(privileged || offer || bidding || message);
}

function decided(
  process: Process,
  theCase: CaseFile,
  viewer: User,
  asked: Parameters<typeof commandFor>[1],
  stamp: Parameters<typeof decide>[3],
): CaseFile | undefined {
  const actor = actorFor(viewer, theCase, process.definition, asked);
  const command = actor && commandFor(theCase, asked, actor);
  if (!command || isRefusal(command)) return undefined;
  const decision = decide(process, theCase, command, stamp);
  return isRefusal(decision) ? undefined : decision.next;
}

function feesOf(fee: string, before: CaseFile, { fees }: CaseFile): Pick<ForeseenEvent, 'fee' | 'open'> {
  const ledger = fees[fee];
  if (!ledger) return { fee: 0, open: 0 };
  return { fee: ledger.charged - (before.fees[fee]?.charged ?? 0), open: outstanding(ledger) };
}

function newFor(
  process: Process,
  viewer: User,
  before: CaseFile,
  next: CaseFile,
  at: string,
  language: string,
): Pick<ForeseenEvent, 'actions' | 'refusedActions'> {
  const now = new Set(definedActions(process, before, viewer, at, language).map(({ event }) => event));
  const known = new Set(refusedActions(process, before, viewer, at, language).map(({ why }) => why));
  return {
    actions: definedActions(process, next, viewer, at, language).filter(({ event }) => !now.has(event)),
    refusedActions: refusedActions(process, next, viewer, at, language).filter(({ why }) => !known.has(why)),
  };
}
