import type { DeadlineRule } from '../../../time/deadline-schema.ts';
import { named } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { warning } from '../problem.ts';

/** Days that one unit takes in the calendar, at most about. */
const DAYS: Readonly<Record<DeadlineRule['unit'], number>> = {
  days: 1,
  workingDays: 1.4,
  weeks: 7,
  months: 31,
  hours: 1 / 24,
};

/** A stage is not expected to be over before a single deadline in it has run. */
export const checkStageTargets: Rule = (view) =>
  view.definition.stages.flatMap(({ id, target }, index) => {
    if (!target) return [];
    const longest = deadlinesIn(view, id).sort((a, b) => b.days - a.days)[0];
    if (!longest || longest.days <= target.days) return [];
    const message = `The stage “${id}” should be over in ${target.days} days, but its deadline “${longest.name}” alone takes about ${Math.round(longest.days)}: every case that waits for it will be overdue.`;
    return [
      warning(
        'target-too-short',
        jsonPointer('stages', index, 'target'),
        message,
        'Make the target longer, or the deadline shorter.',
      ),
    ];
  });

function deadlinesIn(view: CheckedDefinition, stage: string): { name: string; days: number }[] {
  const states = view.caseChart.states.filter((state) => state.stage === stage);
  const names = new Set(states.flatMap((state) => Object.keys(state.node.after ?? {})));
  return [...names].flatMap((name) => {
    const rule = named(view.definition.deadlines, name);
    return rule ? [{ name, days: rule.count * DAYS[rule.unit] }] : [];
  });
}
