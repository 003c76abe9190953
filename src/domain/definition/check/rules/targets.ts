import { closestName } from '../../../expression/closest-name.ts';
import type { ChartView, TransitionView } from '../../chart-view.ts';
import { nameOfTransition } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';

/** Every transition leads to a state that exists, waits for a deadline that exists, and asks guards that exist. */
export const checkTargets: Rule = (view) =>
  view.charts.flatMap((chart) =>
    chart.transitions.flatMap((transition) => [
      ...checkTarget(chart, transition),
      ...checkTrigger(transition, view.names.deadlines),
    ]),
  );

function checkTarget(chart: ChartView, transition: TransitionView): Problem[] {
  const { targetText, target } = transition;
  if (targetText === undefined || target) return [];
  const path = `${transition.pointer}${transitionPartOf(transition)}`;
  const message = `${withCapital(nameOfTransition(transition))} leads to “${targetText}”, but there is no such state.`;
  return [error('unknown-target', path, message, suggestTarget(chart, transition, targetText))];
}

/** A target written alone is the transition itself. */
function transitionPartOf(transition: TransitionView): string {
  return transition.guard === undefined && transition.actions.length === 0 ? '' : '/target';
}

function suggestTarget(chart: ChartView, { source }: TransitionView, text: string): string {
  const siblings = (source.parent?.children ?? []).map((state) => state.key);
  const children = source.children.map((state) => `.${state.key}`);
  const ids = [...chart.byId.keys()].map((id) => `#${id}`);
  const known = [...siblings, ...children, ...ids];
  const bare = text.replace(/^[#.]/, '');
  const close = known.find((name) => name.replace(/^[#.]/, '') === bare) ?? closestName(text, known);
  const rule = 'A bare name is a state beside this one, “.name” one inside it, “#id” one with that id anywhere.';
  return close ? `Did you mean “${close}”? ${rule}` : rule;
}

function checkTrigger(transition: TransitionView, deadlines: ReadonlySet<string>): Problem[] {
  const { trigger, source, pointer } = transition;
  if (trigger.kind !== 'deadline' || deadlines.has(trigger.name)) return [];
  const where = withCapital(nameOfTransition(transition));
  const path = `${pointer.slice(0, source.pointer.length)}/after/${trigger.name}`;
  return [unknownName('unknown-deadline', path, { where, what: 'deadline', name: trigger.name, known: deadlines })];
}
