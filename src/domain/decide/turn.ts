import type { Actor } from '../actor.ts';
import type { Audience } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import { named } from '../definition/definition-view.ts';
import type { Fact } from '../fact.ts';
import type { Party } from '../party.ts';
import { type Environment, environmentOf } from '../process/environment.ts';
import type { Process } from '../process/process.ts';
import type { ChartState } from '../statechart.ts';

/** What is handed in because the core may not make it: the instant (UTC), 128 random bits as text, and whose rules hold. */
export interface Stamp {
  readonly at: string;
  readonly id: string;
  /** `ENGINE_REVISION` for what happens now; the entry's own on replay. */
  readonly engine: number;
}

/** Something to be written once the case has come to rest, so that it can name the deadlines and parties as they then are. */
export interface Issue {
  readonly kind: 'notice' | 'document';
  readonly name: string;
  /** The party whose chart caused it. */
  readonly party?: string | undefined;
  /** A document's id, fixed when it was asked for. */
  readonly id: string;
  readonly body?: IssueBody | undefined;
}

/** What a decision or an order adds to its document. */
export interface IssueBody {
  readonly reasons?: readonly string[];
  readonly orders?: readonly string[];
  readonly amount?: number;
  readonly orderCode?: string;
  readonly signedBy?: string;
}

/** The working copy of one decision: the case as it becomes, and the facts so far. Never leaves `decide`. */
export interface Turn {
  readonly process: Process;
  readonly at: string;
  readonly id: string;
  /** The revision of the engine under which this is decided: what differs between revisions branches on it. */
  readonly engine: number;
  readonly actor: Actor;
  /** The party that the command is about. */
  party: string | undefined;
  /** The command's answers, once they were read, and its type. */
  event: Environment['event'];
  readonly audience: Audience;
  readonly before: CaseFile | undefined;
  /** The case as it becomes: this turn's own copy. Its parts are replaced, never changed. */
  theCase: CaseFile;
  readonly facts: Fact[];
  readonly issues: Issue[];
  idsMade: number;
}

/** The next id of this turn: the entry's own, and a number. */
export function nextId(turn: Turn): string {
  const id = `${turn.id}${turn.idsMade.toString(36)}`;
  turn.idsMade += 1;
  return id;
}

/** What expressions see now; `about` is the party, unless it is the command's. */
export function environment(turn: Turn, about: string | undefined = turn.party, event = turn.event): Environment {
  const seen = environmentOf(turn.theCase, { at: turn.at, actor: turn.actor, party: about, event });
  return isFigureAlone(turn, event) ? { ...seen, offer: { ...seen.offer, accepted: false } } : seen;
}

/**
 * In a step of bidding, all have accepted only what the bidding itself came to: not what they had agreed to before, and
 * what was sent back since. Revision 2 took the first figure for everyone's yes.
 */
function isFigureAlone({ engine, process, theCase }: Turn, { type }: Turn['event']): boolean {
  if (engine < 3 || !theCase.bidding || theCase.bidding.status === 'settled') return false;
  return named(process.definition.events, type)?.bidding !== undefined;
}

export function change(turn: Turn, changes: Partial<CaseFile>): void {
  Object.assign(turn.theCase, changes);
}

export function partyOf(theCase: CaseFile, id: string | undefined): Party | undefined {
  return theCase.parties.find((party) => party.id === id);
}

/** Where a chart stands: `case`, or a party's by its id. */
export function chartOf(theCase: CaseFile, chart: string): ChartState | undefined {
  return chart === 'case' ? theCase.chart : partyOf(theCase, chart)?.chart;
}

export function changeParty(turn: Turn, id: string, changes: Partial<Party>): void {
  change(turn, { parties: turn.theCase.parties.map((party) => (party.id === id ? { ...party, ...changes } : party)) });
}
