import { jsonPointer } from '../../json-pointer.ts';
import { placedActions } from '../../placed-actions.ts';
import type { CheckedDefinition, NamedPart, Rule } from '../checked-definition.ts';
import { namesInGuard } from '../names-in-guard.ts';
import { warning } from '../problem.ts';

const WHAT: Readonly<Partial<Record<NamedPart, string>>> = {
  forms: 'form',
  notices: 'notice',
  documents: 'document',
  fees: 'fee',
  guards: 'guard',
  deadlines: 'deadline',
  partyCharts: 'party chart',
};

/** What is declared is used. */
export const checkUnused: Rule = (view) => {
  const used = namesUsed(view);
  return Object.entries(WHAT).flatMap(([part, what]) =>
    Object.keys(view.definition[part as keyof typeof used])
      .filter((name) => !used[part as keyof typeof used].has(name))
      .map((name) => {
        const message = `The ${what} “${name}” is used nowhere.`;
        return warning('unused', jsonPointer(part, name), message, 'Remove it, or use it.');
      }),
  );
};

type Used = Readonly<
  Record<'forms' | 'notices' | 'documents' | 'fees' | 'guards' | 'deadlines' | 'partyCharts', ReadonlySet<string>>
>;

function namesUsed(view: CheckedDefinition): Used {
  const { definition } = view;
  const events = Object.values(definition.events);
  const actions = view.charts.flatMap(placedActions).map(({ action }) => action);
  const transitions = view.charts.flatMap((chart) => chart.transitions);
  const values = <T>(items: readonly T[], namesOf: (item: T) => readonly (string | undefined)[]) =>
    items.flatMap(namesOf).filter((name) => name !== undefined);
  return {
    forms: new Set([
      ...values(events, ({ form }) => [form]),
      ...values(Object.values(definition.documents), ({ sections }) => (sections ?? []).map(({ form }) => form)),
      ...values(actions, (action) => (action.type === 'set' ? [action.path.split('.')[1]] : [])),
      ...values(Object.values(definition.explorer?.questions ?? {}), ({ options }) =>
        options.map(({ sets }) => sets?.replace('data.', '').split('.')[0]),
      ),
    ]),
    notices: new Set([
      ...values(actions, (action) => (action.type === 'notify' ? [action.notice] : [])),
      ...values(Object.values(definition.deadlines), ({ reminders }) => (reminders ?? []).map(({ notice }) => notice)),
      ...values(Object.values(definition.deadlines), ({ extend }) => [extend?.notice]),
      ...values(events, ({ offer }) => [offer?.expiredNotice]),
    ]),
    documents: new Set([
      ...values(actions, (action) => ('document' in action ? [action.document] : [])),
      ...values(Object.values(definition.notices), ({ attach }) => attach ?? []),
    ]),
    fees: new Set([
      ...values(actions, (action) => ('fee' in action ? [action.fee] : [])),
      ...values(events, ({ fee, pays }) => [fee, pays]),
    ]),
    guards: new Set(values(transitions, ({ guard }) => (guard === undefined ? [] : namesInGuard(guard)))),
    deadlines: new Set([
      ...values(transitions, ({ trigger }) => (trigger.kind === 'deadline' ? [trigger.name] : [])),
      ...values(events, ({ offer }) => [offer?.deadline]),
    ]),
    partyCharts: new Set(
      values(Object.values(definition.roles), (role) => (role.kind === 'party' ? [role.chart] : [])),
    ),
  };
}
