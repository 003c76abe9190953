import type { ExpectedResult } from '../../expression/check-result.ts';
import type { TransitionView } from '../chart-view.ts';
import { jsonPointer } from '../json-pointer.ts';
import { oncePer } from '../once-per.ts';
import { eventOf, placedActions, type TimedAction } from '../placed-actions.ts';
import { statesEntered, statesEnteredFirst } from '../states-entered.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { mayReadEvent } from './compiled-expressions.ts';
import { DEFINITION_LIMITS } from './limits.ts';
import { namesInGuard } from './names-in-guard.ts';
import { withCapital } from './with-capital.ts';

/** An expression of a definition, and everything that decides whether it will do there. */
export interface ExpressionSite {
  readonly pointer: string;
  readonly where: string;
  readonly source: string;
  readonly expected: ExpectedResult;
  /**
   * Events in whose step it runs, if it may read what they bring; the empty name stands for steps that no event brings,
   * and for all of them where that makes no difference.
   */
  readonly occasions: readonly string[];
  /** The form on one of whose pages it stands. */
  readonly form?: string;
}

const NO_EVENT = [''];

/** The expressions of a definition, as many as there may be. */
export const expressionSites = oncePer((view: CheckedDefinition): ExpressionSite[] => {
  let left: number = DEFINITION_LIMITS.expressions;
  return allExpressionSites(view).filter(({ occasions }) => {
    left -= occasions.length;
    return left >= 0;
  });
});

/** How many expressions a definition has; one that reads the event counts for each event in whose step it runs. */
export function countExpressions(view: CheckedDefinition): number {
  return allExpressionSites(view).reduce((sum, { occasions }) => sum + occasions.length, 0);
}

const allExpressionSites = oncePer((view: CheckedDefinition): ExpressionSite[] => [
  ...ofGuards(view),
  ...ofEvents(view),
  ...ofForms(view),
  ...ofNotices(view),
  ...ofInvitations(view),
  ...ofDeadlines(view),
  ...ofFees(view),
  ...ofActions(view),
]);

/** A guard runs in the step of each event whose transition asks it. */
function ofGuards(view: CheckedDefinition): ExpressionSite[] {
  const asked = new Map<string, Set<string>>();
  for (const transition of view.charts.flatMap((chart) => chart.transitions)) {
    for (const name of namesAsked(transition)) asked.set(name, (asked.get(name) ?? new Set()).add(eventOf(transition)));
  }
  return Object.entries(view.definition.guards).map(([name, source]) => ({
    pointer: jsonPointer('guards', name),
    where: `The guard “${name}”`,
    source,
    expected: 'condition',
    occasions: occasionsOf(source, asked.get(name)),
  }));
}

function occasionsOf(source: string, events: Iterable<string> | undefined): readonly string[] {
  return events && mayReadEvent(source) ? [...events] : NO_EVENT;
}

function namesAsked({ guard }: TransitionView): string[] {
  return guard === undefined ? [] : namesInGuard(guard);
}

function ofEvents(view: CheckedDefinition): ExpressionSite[] {
  return Object.entries(view.definition.events).flatMap(([name, { when, adds }]) => {
    const path = jsonPointer('events', name);
    const where = `The event “${name}”`;
    const added = (['name', 'email'] as const).flatMap((key) =>
      adds?.[key] === undefined
        ? []
        : [
            {
              pointer: `${path}/adds/${key}`,
              where: `${where}: the ${key} it adds`,
              source: adds[key],
              expected: 'value' as const,
              occasions: occasionsOf(adds[key], [name]),
            },
          ],
    );
    if (when === undefined) return added;
    const condition = {
      pointer: `${path}/when`,
      where: `${where}: its condition`,
      source: when,
      expected: 'condition' as const,
    };
    return [{ ...condition, occasions: NO_EVENT }, ...added];
  });
}

function ofForms(view: CheckedDefinition): ExpressionSite[] {
  return Object.entries(view.definition.forms).flatMap(([form, { pages }]) =>
    pages.flatMap(({ id, showIf }, index) => {
      if (showIf === undefined) return [];
      const pointer = jsonPointer('forms', form, 'pages', index, 'showIf');
      return [
        {
          pointer,
          where: `The form “${form}”: whether its page “${id}” is shown`,
          source: showIf,
          expected: 'condition' as const,
          occasions: NO_EVENT,
          form,
        },
      ];
    }),
  );
}

/** Asked for each party that a notice could go to, in whatever step sends it. */
function ofNotices(view: CheckedDefinition): ExpressionSite[] {
  return Object.entries(view.definition.notices).flatMap(([name, { only }]) => {
    if (only === undefined) return [];
    const where = `The notice “${name}”: whom it goes to`;
    return [
      {
        pointer: jsonPointer('notices', name, 'only'),
        where,
        source: only,
        expected: 'condition' as const,
        occasions: NO_EVENT,
      },
    ];
  });
}

/** Read when somebody opens a page: no event brings them. */
function ofInvitations(view: CheckedDefinition): ExpressionSite[] {
  return Object.entries(view.definition.invitations ?? {}).flatMap(([role, { sections }]) =>
    sections.flatMap(({ when }, index) => {
      if (when === undefined) return [];
      const pointer = jsonPointer('invitations', role, 'sections', index, 'when');
      const where = `The invitation of “${role}”: whether a section is shown`;
      return [{ pointer, where, source: when, expected: 'condition' as const, occasions: NO_EVENT }];
    }),
  );
}

/** A deadline is counted in the step that enters a state which waits for it, or that makes an offer. */
function ofDeadlines(view: CheckedDefinition): ExpressionSite[] {
  const starts = startsOfDeadlines(view);
  return Object.entries(view.definition.deadlines).flatMap(([name, { basis, countWhen }]) => {
    const path = jsonPointer('deadlines', name);
    const where = `The deadline “${name}”`;
    const counts = (countWhen ?? []).map((one, index) => ({
      pointer: `${path}/countWhen/${index}/if`,
      where: `${where}: a condition of its count`,
      source: one.if,
      expected: 'condition' as const,
      occasions: occasionsOf(one.if, starts.get(name)),
    }));
    if (basis === undefined) return counts;
    return [
      {
        pointer: `${path}/basis`,
        where: `${where}: what it is counted from`,
        source: basis,
        expected: 'date' as const,
        occasions: occasionsOf(basis, starts.get(name)),
      },
      ...counts,
    ];
  });
}

function startsOfDeadlines(view: CheckedDefinition): Map<string, Set<string>> {
  const starts = new Map<string, Set<string>>();
  const note = (deadlines: Iterable<string>, event: string) => {
    for (const name of deadlines) starts.set(name, (starts.get(name) ?? new Set()).add(event));
  };
  for (const chart of view.charts) {
    for (const state of statesEnteredFirst(chart.root)) note(Object.keys(state.node.after ?? {}), '');
    for (const transition of chart.transitions) {
      for (const state of statesEntered(transition)) note(Object.keys(state.node.after ?? {}), eventOf(transition));
    }
  }
  for (const [event, { offer }] of Object.entries(view.definition.events)) {
    if (offer?.deadline !== undefined) note([offer.deadline], event);
  }
  return starts;
}

/** A fee's amount is settled when it is charged. */
function ofFees(view: CheckedDefinition): ExpressionSite[] {
  const charges = view.charts
    .flatMap(placedActions)
    .flatMap(({ action, occasions }) =>
      action.type === 'charge' ? [...occasions].map((event) => ({ fee: action.fee, event })) : [],
    );
  const byEvents = Object.entries(view.definition.events).flatMap(([event, { fee }]) =>
    fee === undefined ? [] : [{ fee, event }],
  );
  return Object.entries(view.definition.fees).flatMap(([name, { amountWhen }]) => {
    const events = new Set([...charges, ...byEvents].filter(({ fee }) => fee === name).map(({ event }) => event));
    return (amountWhen ?? []).map((band, index) => ({
      pointer: jsonPointer('fees', name, 'amountWhen', index, 'if'),
      where: `The fee “${name}”: a condition of its amount`,
      source: band.if,
      expected: 'condition' as const,
      occasions: occasionsOf(band.if, events.size > 0 ? events : undefined),
    }));
  });
}

function ofActions(view: CheckedDefinition): ExpressionSite[] {
  return view.charts.flatMap(placedActions).flatMap(expressionsOfAction);
}

function expressionsOfAction({ action, pointer, where, occasions }: TimedAction): ExpressionSite[] {
  const site = (key: string, source: string | undefined): ExpressionSite[] =>
    source === undefined
      ? []
      : [
          {
            pointer: `${pointer}/${key}`,
            where: `${withCapital(where)}: “${key}” of ${action.type}`,
            source,
            expected: 'value',
            occasions: occasionsOf(source, occasions),
          },
        ];
  if (action.type === 'set') return site('value', action.value);
  return action.type === 'order' ? [...site('terms', action.terms), ...site('amount', action.amount)] : [];
}
