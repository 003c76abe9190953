import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import type { DeadlineRule } from '../../../time/deadline-schema.ts';
import type { TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { oncePer } from '../../once-per.ts';
import { eventOf } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { namesInGuard } from '../names-in-guard.ts';
import { warning } from '../problem.ts';
import { reachOf } from '../reach.ts';

/** Days that one unit takes in the calendar, at most about. */
const DAYS: Readonly<Record<DeadlineRule['unit'], number>> = {
  days: 1,
  workingDays: 1.4,
  weeks: 7,
  months: 31,
  hours: 1 / 24,
};

/** A stage is not expected to be over before a single deadline has run that the case waits for in it. */
export const checkStageTargets: Rule = (view) =>
  view.definition.stages.flatMap(({ id, target }, index) => {
    if (!target) return [];
    const [longest] = deadlinesIn(view, id).sort((a, b) => b.days - a.days);
    if (!longest || longest.days <= target.days) return [];
    const message = `The stage “${id}” should be over in ${target.days} days, but the deadline “${longest.name}” alone takes up to about ${Math.round(longest.days)}: every case that waits for it will be overdue.`;
    return [
      warning(
        'target-too-short',
        jsonPointer('stages', index, 'target'),
        message,
        'Make the target longer, or the deadline shorter.',
      ),
    ];
  });

/** Those of its own states, and those of parties that it waits for. */
function deadlinesIn(view: CheckedDefinition, stage: string): { name: string; days: number }[] {
  const own = view.caseChart.states.filter((state) => state.stage === stage);
  const names = new Set([
    ...own.flatMap((state) => Object.keys(state.node.after ?? {})),
    ...(partyDeadlines(view).get(stage) ?? []).map(({ name }) => name),
  ]);
  return [...names].flatMap((name) => {
    const rule = named(view.definition.deadlines, name);
    return rule ? [{ name, days: longestCount(rule) * DAYS[rule.unit] }] : [];
  });
}

function longestCount({ count, countWhen = [] }: DeadlineRule): number {
  return Math.max(count, ...countWhen.map((one) => one.count));
}

/**
 * The deadlines of party charts, by the stage that waits for them: the first whose guards ask with `inState` for what their
 * end leads to. Later stages ask the same of parties for whom the time was over before.
 */
const partyDeadlines = oncePer((view: CheckedDefinition) => {
  const asked = view.definition.stages.map(({ id }) => ({ id, states: partyStatesAsked(view, id) }));
  const ends = [...view.partyCharts.values()].flatMap(({ transitions }) => transitions.flatMap(endOfDeadline));
  return Map.groupBy(
    ends,
    ({ states }) =>
      asked.find((stage) => stage.states.some((one) => states.some((state) => state.endsWith(`.${one}`))))?.id,
  );
});

/** A deadline with all states that its end leads to: `.defaulted`. */
function endOfDeadline(transition: TransitionView) {
  const { trigger } = transition;
  if (trigger.kind !== 'deadline') return [];
  return [{ name: trigger.name, states: statesEntered(transition).map(({ dotted }) => `.${dotted}`) }];
}

/** What guards on the ways out of a stage ask with `inState`. */
function partyStatesAsked(view: CheckedDefinition, stage: string): string[] {
  const reach = reachOf(view);
  const leaves = leavesReached(view.caseChart, reach).filter((leaf) => leaf.stage === stage);
  const ways = new Set(leaves.flatMap((leaf) => waysOut(leaf, reach)));
  return [...new Set([...ways].filter(({ target }) => target !== undefined).flatMap((way) => statesAsked(view, way)))];
}

function statesAsked(view: CheckedDefinition, transition: TransitionView): string[] {
  const names = transition.guard === undefined ? [] : namesInGuard(transition.guard);
  return names.flatMap((name) => {
    const source = named(view.definition.guards, name);
    if (source === undefined || !source.includes('inState')) return [];
    const compiled = expressionsOf(view.definition).inStepOf(eventOf(transition), source, 'condition');
    return Array.isArray(compiled) ? [] : referencedNames(compiled as CompiledExpression).states;
  });
}
