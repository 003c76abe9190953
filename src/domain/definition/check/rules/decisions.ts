import type { Action } from '../../action-schema.ts';
import { named } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { placedActions, type TimedAction } from '../../placed-actions.ts';
import { statesEntered, statesLeft, waysInto } from '../../states-entered.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { fieldAt } from '../issues.ts';
import { type Problem, warning } from '../problem.ts';
import { withCapital } from '../with-capital.ts';

/** A decision has reasons, an order says what must be done, what ends or is published was issued, a message has a text. */
export const checkDecisions: Rule = (view) => [
  ...view.charts.flatMap(placedActions).flatMap((timed) => checkAction(view, timed)),
  ...checkMessages(view),
];

function checkAction(view: CheckedDefinition, timed: TimedAction): Problem[] {
  const { action, pointer, occasions } = timed;
  const where = withCapital(timed.where);
  if (action.type === 'decide') {
    const silent = [...occasions].filter((event) => !asksFor(view, event, 'reasons'));
    return silent.map((event) => {
      const message = `${where} issues a decision without reasons: ${event === '' ? 'nobody gives any when time passes' : `${event} does not ask for them`}.`;
      return warning('decision-without-reasons', pointer, message, 'Give the event a form with a field “reasons”.');
    });
  }
  if (action.type === 'order') {
    const empty = [...occasions].find((event) => !ordersSomething(view, action, event));
    if (empty === undefined) return [];
    const message = `${where} issues an order that says nothing: it has neither terms nor an amount.`;
    return [
      warning(
        'order-without-terms',
        pointer,
        message,
        'Ask for “terms” or “amount” in the event, or give them as expressions.',
      ),
    ];
  }
  if (action.type === 'standing') return ordersIn(view, timed.chart) ? [] : [standingOfNothing(timed)];
  if (action.type !== 'publish' || decidesAlso(view, timed)) return [];
  const message = `${where} publishes a decision, but none is issued in that step.`;
  return [warning('publish-without-decision', pointer, message, 'Put “publish” beside the action “decide”.')];
}

/** Each chart ends what it has issued itself: a party's, the orders about that party. */
function ordersIn(view: CheckedDefinition, chart: string): boolean {
  const home = view.charts.find(({ name }) => name === chart);
  return home !== undefined && placedActions(home).some(({ action }) => action.type === 'order');
}

function standingOfNothing({ where, chart, pointer }: TimedAction): Problem {
  const home = chart === 'case' ? 'the chart of the case' : `the party chart “${chart}”`;
  const message = `${withCapital(where)} ends the standing of orders, but ${home} issues none.`;
  return warning('standing-without-order', pointer, message, 'Put “standing” into the chart that issues the order.');
}

function ordersSomething(view: CheckedDefinition, action: Extract<Action, { type: 'order' }>, event: string): boolean {
  const { terms, amount } = action;
  return terms !== undefined || amount !== undefined || asksFor(view, event, 'terms') || asksFor(view, event, 'amount');
}

/** A form that could not be read may ask for anything. */
function asksFor(view: CheckedDefinition, event: string, field: string): boolean {
  const form = named(view.definition.events, event)?.form;
  return (
    form !== undefined && (fieldAt(view, form, field) !== undefined || !Object.hasOwn(view.definition.forms, form))
  );
}

/** Whether some step in which this happens also decides. */
function decidesAlso(view: CheckedDefinition, { of, chart }: TimedAction): boolean {
  const home = view.charts.find(({ name }) => name === chart);
  const steps = 'trigger' in of ? [of] : ((home && waysInto(home).get(of)) ?? []);
  return steps.some((step) => {
    const states = [...statesLeft(step).map(({ exit }) => exit), ...statesEntered(step).map(({ entry }) => entry)];
    return [...step.actions, ...states.flat()].some(({ action }) => action.type === 'decide');
  });
}

function checkMessages(view: CheckedDefinition): Problem[] {
  return Object.entries(view.definition.events).flatMap(([name, { message: posts, form }]) => {
    if (posts === undefined || (form !== undefined && hasText(view, form))) return [];
    const message = `The event “${name}” posts a message, but asks for no text.`;
    return [
      warning(
        'message-without-text',
        jsonPointer('events', name),
        message,
        'Give it a form with a field of type “longtext” or “text”.',
      ),
    ];
  });
}

function hasText(view: CheckedDefinition, form: string): boolean {
  const rule = named(view.definition.forms, form);
  return !rule || rule.pages.some((page) => page.fields.some(({ type }) => type === 'text' || type === 'longtext'));
}
