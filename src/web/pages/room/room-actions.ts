import type { CaseView } from '../../../app/case-view.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { ChartNode } from '../../../domain/definition/chart-schema.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { EventRule } from '../../../domain/definition/event-schema.ts';
import type { Definition } from '../../../domain/definition/schema.ts';

type OfferStep = NonNullable<EventRule['offer']>['do'];
type BiddingStep = NonNullable<EventRule['bidding']>;

/** What someone can do in the talks now, by what it does there: the definition says what each is called. */
export interface RoomActions {
  /** Each of these writes a message: to all, or to one alone. */
  readonly write: readonly ActionView[];
  readonly offer: { readonly [S in OfferStep]: readonly ActionView[] };
  readonly bidding: { readonly [S in BiddingStep]: readonly ActionView[] };
  /** What leads on from this stage of the case. */
  readonly leads: readonly ActionView[];
}

export function roomActions(
  definition: Definition,
  theCase: Pick<CaseView, 'state' | 'stage'>,
  actions: readonly ActionView[],
): RoomActions {
  const of = (isMeant: (rule: EventRule) => boolean) =>
    actions.filter(({ event }) => {
      const rule = named(definition.events, event);
      return rule !== undefined && isMeant(rule);
    });
  const onOffer = (step: OfferStep) => of(({ offer }) => offer?.do === step);
  const onBidding = (step: BiddingStep) => of(({ bidding }) => bidding === step);
  const leading = eventsOfStage(definition, theCase);
  return {
    write: of(({ message }) => message === 'joint' || message === 'separate'),
    offer: {
      make: onOffer('make'),
      counter: onOffer('counter'),
      accept: onOffer('accept'),
      decline: onOffer('decline'),
      withdraw: onOffer('withdraw'),
    },
    bidding: {
      propose: onBidding('propose'),
      agree: onBidding('agree'),
      bid: onBidding('bid'),
      stop: onBidding('stop'),
    },
    leads: actions.filter(({ event }) => {
      const rule = named(definition.events, event);
      return rule !== undefined && !isOfRoom(rule) && !rule.message && leading.has(event);
    }),
  };
}

/** It is done in the talks, and read by nobody else. */
export function isOfRoom({ offer, bidding, message }: EventRule): boolean {
  return offer !== undefined || bidding !== undefined || message === 'joint' || message === 'separate';
}

/** What leads out of the states that lie within the stage: not what could be done all along, such as giving up the claim. */
function eventsOfStage({ chart }: Definition, { state, stage }: Pick<CaseView, 'state' | 'stage'>): Set<string> {
  return new Set(state.split('+').flatMap((path) => eventsOnPath(chart, path.split('.'), stage)));
}

function eventsOnPath(chart: ChartNode, path: readonly string[], stage: string): string[] {
  const events: string[] = [];
  let node: ChartNode | undefined = chart;
  let isWithin = false;
  for (const name of path) {
    node = node?.states && named(node.states, name);
    if (node?.meta?.stage) isWithin = node.meta.stage === stage;
    const on = isWithin ? Object.entries(node?.on ?? {}) : [];
    events.push(...on.filter(([, ways]) => leads(ways)).map(([event]) => event));
  }
  return events;
}

/** Into another state; what only acts leads nowhere. */
function leads(ways: NonNullable<ChartNode['on']>[string]): boolean {
  return [ways].flat().some((way) => typeof way === 'string' || way.target !== undefined);
}
