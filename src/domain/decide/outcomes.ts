import type { Action } from '../definition/action-schema.ts';
import { AGAINST } from '../texts/decision-title.ts';
import { initials, withInitials } from '../texts/initials.ts';
import type { Asked } from './asked.ts';
import { endStanding, keepOrder } from './order-standings.ts';
import { change, environment, type IssueBody, nextId, type Turn } from './turn.ts';

/** Files the decision as issued: its reasons are the event's, one numbered paragraph for each paragraph of the answer. */
export function issueDecision(turn: Turn, action: Extract<Action, { type: 'decide' }>, asked: Asked): void {
  const reasons = paragraphs(asked.event.reasons);
  const document = documentWith(turn, action.document, asked.about, { reasons, ...signature(turn) });
  const id = nextId(turn);
  change(turn, { lastDecision: id });
  const decidedBy = turn.actor.kind === 'person' ? { decidedBy: turn.actor.userId } : {};
  turn.facts.push({ kind: 'DecisionIssued', id, decision: action.decision, document, reasons, ...decidedBy });
}

/** Files the order as issued; its id is the code by which anyone who holds it can check it. */
export function issueOrder(turn: Turn, action: Extract<Action, { type: 'order' }>, asked: Asked): void {
  const { process } = turn;
  const seen = environment(turn, asked.about, asked.event);
  const terms = paragraphs(action.terms ? process.evaluate.value(action.terms, seen) : asked.event.terms);
  const cents = wholeCents(action.amount ? process.evaluate.value(action.amount, seen) : asked.event.amount);
  const amount = cents === undefined ? {} : { amount: cents };
  const id = nextId(turn);
  const body = { orders: terms, ...amount, orderCode: id, ...signature(turn) };
  const document = documentWith(turn, action.document, asked.about, body);
  turn.facts.push({
    kind: 'OrderIssued',
    id,
    order: action.order,
    document,
    terms,
    ...amount,
    currency: process.definition.currency,
    code: id,
  });
  if (action.replaces) endStanding(turn, asked.chart, 'replaced', id);
  keepOrder(turn, asked.chart, { id, order: action.order });
  change(turn, { lastOrder: id });
}

/** A decision and an order that name the same document of the definition share it: reasons first, then what must be done. */
function documentWith(turn: Turn, name: string, party: string | undefined, body: IssueBody): string {
  const index = turn.issues.findIndex((issue) => issue.kind === 'document' && issue.name === name && issue.body);
  const known = turn.issues[index];
  if (known) {
    turn.issues[index] = { ...known, body: { ...known.body, ...body } };
    return known.id;
  }
  const id = nextId(turn);
  turn.issues.push({ kind: 'document', name, id, party, body });
  return id;
}

/** Puts the decision that this turn issued into the public register; people stand there by their initials. */
export function publishDecision(turn: Turn): void {
  const issued = turn.facts.find((fact) => fact.kind === 'DecisionIssued');
  if (issued?.kind !== 'DecisionIssued') return;
  const { parties } = turn.theCase;
  const sides = [...new Set(parties.map((party) => party.side))];
  const named = (side: string) => parties.filter((party) => party.side === side).map((party) => initials(party.name));
  turn.facts.push({
    kind: 'DecisionPublished',
    decision: issued.id,
    title: sides.map((side) => named(side).join(', ')).join(AGAINST),
    summary: parties.reduce((text, party) => withInitials(text, party.name), issued.reasons.join('\n\n')),
  });
}

function paragraphs(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wholeCents(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** An issued paper is signed with a name; its journal entry says who that was. */
function signature({ actor }: Turn): { signedBy?: string } {
  return actor.kind === 'person' ? { signedBy: actor.name ?? actor.userId } : {};
}
