import type { ChartView, StateView, TransitionView } from '../../chart-view.ts';
import { chartsTold } from '../../definition-view.ts';
import { nameOfTransition } from '../../placed-actions.ts';
import { statesEntered, statesLeft } from '../../states-entered.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { findCycle } from '../find-cycle.ts';
import { error, type Problem, warning } from '../problem.ts';
import { type Reach, reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** Messages looked at before giving up: charts that talk so much are beyond this rule, and the engine stops them at 500 steps. */
const MAX_MESSAGES = 20_000;

/** An event on its way to a chart while case and party stand where they stand. */
interface Message {
  readonly key: string;
  readonly to: string;
  readonly event: string;
  readonly caseLeaf: StateView;
  readonly partyLeaf: StateView;
  /** The transition that sent it. */
  readonly sentBy: TransitionView;
}

/** The charts of case and parties do not keep telling each other the same for ever. */
export const checkTellCycles: Rule = (view) => {
  if (
    !view.charts.some(
      (chart) => chart.transitions.some(({ actions }) => actions.some(isTell)) || chart.states.some(tellsItself),
    )
  )
    return [];
  const reach = reachOf(view);
  return [...view.partyCharts.values()].flatMap((chart) => {
    const talk = new Talk(view, reach, chart);
    const cycle = findCycle(talk.first(), (message) => talk.next(message));
    return cycle ? [neverRests(cycle)] : [];
  });
};

function isTell({ action }: { action: { type: string } }): boolean {
  return action.type === 'tell';
}

function tellsItself(state: StateView): boolean {
  return [...state.entry, ...state.exit].some(isTell);
}

/** What one party's chart and the case's say to each other. */
class Talk {
  readonly #known = new Map<string, Message>();
  readonly #view: CheckedDefinition;
  readonly #reach: Reach;
  readonly #party: ChartView;

  constructor(view: CheckedDefinition, reach: Reach, party: ChartView) {
    this.#view = view;
    this.#reach = reach;
    this.#party = party;
  }

  /** What is said when something happens from outside, wherever both stand. */
  first(): Message[] {
    const caseLeaves = leavesReached(this.#view.caseChart, this.#reach);
    const partyLeaves = leavesReached(this.#party, this.#reach);
    return caseLeaves.flatMap((caseLeaf) =>
      partyLeaves.flatMap((partyLeaf) => [
        ...this.#all(waysOut(caseLeaf, this.#reach), caseLeaf, partyLeaf),
        ...this.#all(waysOut(partyLeaf, this.#reach), caseLeaf, partyLeaf),
      ]),
    );
  }

  next({ to, event, caseLeaf, partyLeaf }: Message): Message[] {
    const leaf = to === 'case' ? caseLeaf : partyLeaf;
    const reacting = waysOut(leaf, this.#reach).filter(
      ({ trigger }) => trigger.kind === 'event' && trigger.name === event,
    );
    const decided = reacting.findIndex(({ guard }) => guard === undefined);
    return this.#all(decided < 0 ? reacting : reacting.slice(0, decided + 1), caseLeaf, partyLeaf);
  }

  #all(taken: readonly TransitionView[], caseLeaf: StateView, partyLeaf: StateView): Message[] {
    return taken.flatMap((transition) => this.#sentBy(transition, caseLeaf, partyLeaf));
  }

  #sentBy(transition: TransitionView, caseLeaf: StateView, partyLeaf: StateView): Message[] {
    const { chart } = transition.source;
    const entered = statesEntered(transition);
    const before = chart === 'case' ? caseLeaf : partyLeaf;
    const after = entered.findLast((state) => state.children.length === 0) ?? before;
    const standing = chart === 'case' ? { caseLeaf: after, partyLeaf } : { caseLeaf, partyLeaf: after };
    const actions = [
      ...statesLeft(transition).flatMap((state) => state.exit),
      ...transition.actions,
      ...entered.flatMap((state) => state.entry),
    ];
    const told = actions.flatMap(({ action }) =>
      action.type === 'tell' ? chartsTold(this.#view, chart, action.to).map((to) => ({ to, event: action.event })) : [],
    );
    const changed = chart !== 'case' && after !== before ? [{ to: 'case', event: 'PARTY_CHANGED' }] : [];
    return [...told, ...changed]
      .filter(({ to }) => to === 'case' || to === this.#party.name)
      .flatMap(({ to, event }) => this.#message({ to, event, ...standing, sentBy: transition }));
  }

  /** The one message of its kind, so that coming to it again is recognised. */
  #message(sent: Omit<Message, 'key'>): Message[] {
    const key = `${sent.to} ${sent.event} ${sent.caseLeaf.dotted} ${sent.partyLeaf.dotted} ${sent.sentBy.pointer}`;
    const known = this.#known.get(key);
    if (known) return [known];
    if (this.#known.size >= MAX_MESSAGES) return [];
    const message = { ...sent, key };
    this.#known.set(key, message);
    return [message];
  }
}

function neverRests(cycle: readonly Message[]): Problem {
  const said = cycle.map(({ to, event }) => `${event} to ${to === 'case' ? 'the case' : 'the party'}`).join(', then ');
  const { sentBy } = cycle[0] as Message;
  const message = `The charts would keep telling each other the same without ever coming to rest: ${said}, and so on from ${nameOfTransition(sentBy)}.`;
  const fix = 'Let one of these transitions lead to a state that no longer reacts, or guard it.';
  // Guards may end it; without any, nothing does.
  const isCertain = cycle.every(({ sentBy: by }) => by.guard === undefined);
  return (isCertain ? error : warning)('tell-cycle', sentBy.pointer, withCapital(message), fix);
}
