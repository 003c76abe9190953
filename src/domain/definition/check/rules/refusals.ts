import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import type { Guard } from '../../chart-schema.ts';
import { named } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { eventOf } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { fieldRead, isPrivilegedRead } from '../field-read.ts';
import { error, type Problem, warning } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** What is said of a refusal is said of a guard that exists, or of a condition that is there. */
export const checkRefusalNames: Rule = (view) => [
  ...Object.keys(view.definition.refusals).flatMap((key) => {
    const name = key.replace('!', '');
    if (view.names.guards.has(name)) return [];
    const said = { where: `The refusal “${key}”`, what: 'guard', name, known: view.names.guards };
    return [unknownName('unknown-guard', jsonPointer('refusals', key), said)];
  }),
  ...Object.entries(view.definition.events).flatMap(([name, { when, exhibit, otherwise }]) => {
    if (when !== undefined || exhibit || otherwise === undefined) return [];
    const message = `The event “${name}” says what people are told otherwise, but has no condition.`;
    const path = jsonPointer('events', name, 'otherwise');
    return [error('otherwise-without-when', path, message, 'Add “when”, or remove “otherwise”.')];
  }),
];

/** What is said can be said to somebody, and tells nobody what they may not know. */
export const checkRefusals: Rule = (view) => {
  const events = eventsRefused(view);
  return [
    ...Object.keys(view.definition.refusals).flatMap((key) => {
      const source = named(view.definition.guards, key.replace('!', ''));
      if (source === undefined) return [];
      const refused = events.get(key);
      if (!refused) return [neverSaid(key)];
      const where = `The refusal “${key}”`;
      return [...refused].flatMap((event) => betrayals(view, event, source, where, jsonPointer('refusals', key)));
    }),
    ...Object.entries(view.definition.events).flatMap(([name, { when, otherwise }]) => {
      if (when === undefined || !otherwise) return [];
      return betrayals(view, name, when, `The event “${name}”`, jsonPointer('events', name, 'otherwise'));
    }),
  ];
};

/** Guard, with “!” where it is denied → the events from outside that it can refuse. */
function eventsRefused(view: CheckedDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const events = new Map<string, Set<string>>();
  for (const transition of view.charts.flatMap((chart) => chart.transitions)) {
    const event = eventOf(transition);
    if (transition.guard === undefined || !named(view.definition.events, event)) continue;
    for (const name of signedNames(transition.guard, false))
      events.set(name, (events.get(name) ?? new Set()).add(event));
  }
  return events;
}

function signedNames(guard: Guard, isDenied: boolean): string[] {
  if (typeof guard === 'string') return [isDenied ? `!${guard}` : guard];
  if ('not' in guard) return signedNames(guard.not, !isDenied);
  return ('all' in guard ? guard.all : guard.any).flatMap((part) => signedNames(part, isDenied));
}

function neverSaid(key: string): Problem {
  const how = key.startsWith('!') ? 'denied' : 'asked';
  const message = `What is said of “${key}” is never said: the guard is not ${how} where people do something.`;
  return warning('unused', jsonPointer('refusals', key), message, 'Remove it, or correct the name.');
}

/** Whoever is told which condition failed learns something of what the condition reads. */
function betrayals(view: CheckedDefinition, event: string, source: string, where: string, path: string): Problem[] {
  const { by = [] } = named(view.definition.events, event) ?? {};
  const compiled = expressionsOf(view.definition).inStepOf(event, source, 'condition');
  if (Array.isArray(compiled)) return [];
  const reads = referencedNames(compiled as CompiledExpression).reads.map(({ name }) => name);
  // Their own answers people know.
  const others = reads.filter((name) => !name.startsWith('event.'));
  const privileged = others.filter((name) => name.startsWith('offer.') || isPrivilegedRead(view, name, event));
  const sealed = others.filter((name) => (fieldRead(view, name, event)?.access ?? 'case') !== 'case');
  const toParties = by.some((role) => !view.tribunalRoles.includes(role));
  return [
    ...(by.includes('member') ? privileged : []).map((name) => {
      const message = `${where} tells the member who does ${event} of ${name}, which is without prejudice.`;
      return error('privileged-shown', path, message, 'Remove the text, or take “member” out of the event’s “by”.');
    }),
    ...(toParties ? sealed : []).map((name) => {
      const message = `${where} tells parties who do ${event} of ${name}, which only the tribunal may read.`;
      return error('sealed-shown', path, message, 'Remove the text, or ask something else.');
    }),
  ];
}
