import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { type NameRead, referencedNames } from '../../../expression/referenced-names.ts';
import type { ChartView, StateView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import type { Form } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { oncePer } from '../../once-per.ts';
import { eventOf, nameOfState, placedActions, type TimedAction } from '../../placed-actions.ts';
import type { Definition } from '../../schema.ts';
import { statesEnteredFirst, waysInto } from '../../states-entered.ts';
import { certainFacts, type FactSource } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import type { FactChange, FactSet } from '../numbered-facts.ts';
import { error, type Problem } from '../problem.ts';
import { type Reach, reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** Wherever a deadline starts, the date it is counted from is known. */
export const checkDeadlineBases: Rule = (view) => [...checkStates(view), ...checkOffers(view)];

function checkStates(view: CheckedDefinition): Problem[] {
  const reach = reachOf(view);
  return view.charts.flatMap((chart) => {
    const waiting = chart.states.filter((state) => reach.states.has(state) && state.node.after);
    if (waiting.length === 0) return [];
    const factsIn = certainFacts(chart, reach, factSource(view));
    return waiting.flatMap((state) => {
      const events = eventsInto(chart, state, reach);
      return Object.keys(state.node.after ?? {}).flatMap((name) => {
        const missing = namesMissing(view, name, events, factsIn(state));
        return missing.map((read) =>
          maybeEmpty(name, read, state.pointer + jsonPointer('after', name), nameOfState(state)),
        );
      });
    });
  });
}

/** The events by which a state is entered; empty for the start of the chart, time and `always`. */
function eventsInto(chart: ChartView, state: StateView, reach: Reach): Set<string> {
  const into = (waysInto(chart).get(state) ?? []).filter((transition) => reach.transitions.has(transition));
  const isFirst = statesEnteredFirst(chart.root).includes(state);
  return new Set([...(isFirst ? [''] : []), ...into.map(eventOf)]);
}

/** An offer's own deadline starts in the step of the event that makes the offer. */
function checkOffers(view: CheckedDefinition): Problem[] {
  return Object.entries(view.definition.events).flatMap(([event, { offer }]) => {
    if (offer?.deadline === undefined) return [];
    const missing = namesMissing(view, offer.deadline, new Set([event]), new Set());
    return missing.map((read) =>
      maybeEmpty(offer.deadline ?? '', read, jsonPointer('events', event, 'offer', 'deadline'), `the event “${event}”`),
    );
  });
}

/** The names in a deadline's basis that may have no value when it starts. */
function namesMissing(
  view: CheckedDefinition,
  deadline: string,
  events: ReadonlySet<string>,
  facts: FactSet,
): string[] {
  const basis = named(view.definition.deadlines, deadline)?.basis;
  if (basis === undefined) return [];
  const missing = [...events].flatMap((event) =>
    readsOf(view, basis, event, 'date').filter((read) => !isCertain(view, read, event, facts)),
  );
  return [...new Set(missing.map(({ name }) => name))];
}

function isCertain(view: CheckedDefinition, { name }: NameRead, event: string, facts: FactSet): boolean {
  return facts.has(name) || (name.startsWith('event.') && isAlwaysAnswered(view, event, name.slice('event.'.length)));
}

/** The names that an expression reads without having asked whether they are there. */
function readsOf(view: CheckedDefinition, source: string, event: string, expected: 'date' | 'value'): NameRead[] {
  const compiled = expressionsOf(view.definition).inStepOf(event, source, expected);
  // One that does not compile is reported as such.
  if (Array.isArray(compiled)) return [];
  return readsUnasked(compiled as CompiledExpression);
}

const readsUnasked = oncePer((compiled: CompiledExpression): NameRead[] =>
  referencedNames(compiled).reads.filter((read) => read.mayBeMissing && !read.isAskedFirst),
);

/** Answers that are always given, and values that are always set, are there from then on. */
function factSource(view: CheckedDefinition): FactSource {
  const sets = new Map(view.charts.flatMap(placedActions).flatMap((timed) => factOfSet(view, timed)));
  return {
    ofTrigger: (transition) => changesOfEvent(view, eventOf(transition)),
    ofAction: ({ pointer }) => [sets.get(pointer)].filter((path) => path !== undefined).map(becomesTrue),
  };
}

function becomesTrue(fact: string): FactChange {
  return { fact, isTrue: true };
}

/** The path that a `set` certainly fills, by the place of the action. */
function factOfSet(view: CheckedDefinition, { action, pointer, occasions }: TimedAction): [string, string][] {
  if (action.type !== 'set') return [];
  const isSure = [...occasions].every((event) =>
    readsOf(view, action.value, event, 'value').every((read) => isCertain(view, read, event, new Set())),
  );
  return isSure ? [[pointer, action.path]] : [];
}

function changesOfEvent(view: CheckedDefinition, name: string): readonly FactChange[] {
  const event = named(view.definition.events, name);
  if (!event?.form || event.privileged || event.message || event.exhibit) return [];
  return changesByForm(view.definition).get(`${event.scope === 'party' ? 'party' : 'data'}.${event.form}`) ?? [];
}

/** What becomes certain when a form is answered, for the case (`data.application`) and for a party (`party.response`). */
const changesByForm = oncePer(
  ({ forms }: Definition): ReadonlyMap<string, readonly FactChange[]> =>
    new Map(
      Object.entries(forms).flatMap(([name, form]) =>
        [`data.${name}`, `party.${name}`].map((path) => [
          path,
          [...fieldsAlwaysAnswered(form)].map((field) => becomesTrue(`${path}.${field}`)),
        ]),
      ),
    ),
);

function isAlwaysAnswered(view: CheckedDefinition, event: string, field: string): boolean {
  if (event === 'SERVED') return true;
  const name = named(view.definition.events, event)?.form;
  const form = name === undefined ? undefined : named(view.definition.forms, name);
  return form !== undefined && fieldsAlwaysAnswered(form).has(field);
}

/** Required fields on pages that everyone sees. */
const fieldsAlwaysAnswered = oncePer(
  ({ pages }: Form): ReadonlySet<string> =>
    new Set(
      pages
        .filter((page) => page.showIf === undefined)
        .flatMap((page) => page.fields.filter((field) => field.required).map(({ id }) => id)),
    ),
);

function maybeEmpty(deadline: string, name: string, path: string, where: string): Problem {
  const message = `${withCapital(where)} starts the deadline “${deadline}”, which is counted from ${name}; but there is a way to it on which that is not known.`;
  const fix = `Set ${name} on every way there (a required answer, or a “set” action), or let the basis ask first: has(${name}) ? ${name} : another date.`;
  return error('basis-may-be-empty', path, message, fix);
}
