import type { Action } from '../../action-schema.ts';
import { chartsTold } from '../../definition-view.ts';
import { placedActions, type TimedAction } from '../../placed-actions.ts';
import type { CheckedDefinition, NamedPart, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';
import { checkSetPath } from './set-paths.ts';

/** Every action names things that exist. */
export const checkActionNames: Rule = (view) =>
  view.charts.flatMap((chart) => placedActions(chart).flatMap((timed) => checkAction(view, timed)));

interface Reference {
  readonly key: string;
  readonly code: ProblemCode;
  readonly part: NamedPart;
  readonly what: string;
}

/** What each action refers to by name. */
const REFERENCES: Readonly<Partial<Record<Action['type'], Reference>>> = {
  notify: { key: 'notice', code: 'unknown-notice', part: 'notices', what: 'notice' },
  generate: { key: 'document', code: 'unknown-document', part: 'documents', what: 'document' },
  decide: { key: 'document', code: 'unknown-document', part: 'documents', what: 'document' },
  order: { key: 'document', code: 'unknown-document', part: 'documents', what: 'document' },
  charge: { key: 'fee', code: 'unknown-fee', part: 'fees', what: 'fee' },
  refund: { key: 'fee', code: 'unknown-fee', part: 'fees', what: 'fee' },
  waive: { key: 'fee', code: 'unknown-fee', part: 'fees', what: 'fee' },
};

function checkAction(view: CheckedDefinition, timed: TimedAction): Problem[] {
  const { action, pointer } = timed;
  const where = withCapital(timed.where);
  const reference = REFERENCES[action.type];
  if (reference) {
    const name = String((action as Record<string, unknown>)[reference.key]);
    const known = view.names[reference.part];
    if (known.has(name)) return [];
    return [unknownName(reference.code, `${pointer}/${reference.key}`, { where, what: reference.what, name, known })];
  }
  switch (action.type) {
    case 'assign':
      return checkAssign(view, timed, action.role, where);
    case 'task':
      return checkTask(view, timed, action, where);
    case 'tell':
      return checkTell(view, timed, action, where);
    case 'set':
      return checkSetPath(view, timed, action.path, where);
    default:
      return [];
  }
}

function checkAssign(view: CheckedDefinition, { pointer }: TimedAction, role: string, where: string): Problem[] {
  const path = `${pointer}/role`;
  if (!view.names.roles.has(role)) {
    return [unknownName('unknown-role', path, { where, what: 'role', name: role, known: view.tribunalRoles })];
  }
  const rule = view.definition.roles[role];
  if (!rule || (rule.kind === 'tribunal' && !rule.shared)) return [];
  const why = rule.kind === 'party' ? 'parties are not assigned' : 'everyone in a shared role serves every case';
  const fix = 'Name a tribunal role that is not shared, or remove the action.';
  return [error('role-not-assignable', path, `${where} assigns the role “${role}”, but ${why}.`, fix)];
}

function checkTask(
  view: CheckedDefinition,
  { pointer }: TimedAction,
  action: Extract<Action, { type: 'task' }>,
  where: string,
): Problem[] {
  const known = view.tribunalRoles;
  const queue = isTribunal(view, action.queue)
    ? []
    : [unknownName('unknown-role', `${pointer}/queue`, { where, what: 'tribunal role', name: action.queue, known })];
  const closedBy = (action.closedBy ?? []).flatMap((name, index) => {
    if (view.names.events.has(name)) return [];
    const said = { where: `${where}: the task “${action.task}”`, what: 'event', name, known: view.names.events };
    return [unknownName('unknown-event', `${pointer}/closedBy/${index}`, said)];
  });
  return [...queue, ...closedBy];
}

function isTribunal(view: CheckedDefinition, role: string): boolean {
  return (
    view.tribunalRoles.includes(role) || (view.names.roles.has(role) && !Object.hasOwn(view.definition.roles, role))
  );
}

/** An event is told to someone who has a chart, and to a chart that reacts to it. */
function checkTell(
  view: CheckedDefinition,
  { pointer, chart }: TimedAction,
  { to, event }: Extract<Action, { type: 'tell' }>,
  where: string,
): Problem[] {
  const receivers = chartsTold(view, chart, to);
  if (receivers.length === 0) {
    if (!view.names.roles.has(to) && to !== 'party') {
      return [
        unknownName('unknown-role', `${pointer}/to`, {
          where,
          what: 'receiver',
          name: to,
          known: ['case', 'party', ...view.partyRoles],
        }),
      ];
    }
    const message = `${where} tells “${to}” about ${event}, but parties of that role have no chart.`;
    return [
      error(
        'told-without-chart',
        `${pointer}/to`,
        message,
        'Give the role a chart in “roles”, or tell someone who has one.',
      ),
    ];
  }
  const hears = receivers.some((name) =>
    view.charts.some((one) => one.name === name && one.transitions.some(isOn(event))),
  );
  if (hears) return [];
  const known = new Set(
    view.charts
      .filter((one) => receivers.includes(one.name))
      .flatMap((one) => one.states.flatMap((state) => Object.keys(state.node.on ?? {}))),
  );
  const said = unknownName('unknown-event', `${pointer}/event`, { where, what: 'event', name: event, known });
  return [{ ...said, message: `${where} tells “${to}” about ${event}, but no state there reacts to it.` }];
}

function isOn(event: string) {
  return ({ trigger }: { trigger: { kind: string; name?: string } }) =>
    trigger.kind === 'event' && trigger.name === event;
}
