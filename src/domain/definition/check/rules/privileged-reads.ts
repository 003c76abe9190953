import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import type { TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { eventOf, nameOfTransition } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf, mayReadEvent } from '../compiled-expressions.ts';
import { type ExpressionSite, expressionSites } from '../expression-sites.ts';
import { isPrivilegedRead } from '../field-read.ts';
import { namesInGuard } from '../names-in-guard.ts';
import { error, type Problem } from '../problem.ts';
import { settledSteps } from '../settled-steps.ts';
import { withCapital } from '../with-capital.ts';

/** That all have agreed is no secret from who might have decided. */
const ALL_AGREED = 'offer.accepted';

/**
 * What the member can see does not depend on what was said without prejudice: which way the case goes, what can be done,
 * which date runs, what a fee comes to. Where an agreement has been recorded, nobody is left to decide.
 */
export const checkPrivilegedReads: Rule = (view) => [...checkGuards(view), ...checkSites(view)];

function checkGuards(view: CheckedDefinition): Problem[] {
  const isSettled = settledSteps(view);
  const readsOf = guardReads(view);
  return view.charts
    .flatMap(({ transitions }) => transitions)
    .filter(
      (one) =>
        !named(view.definition.events, eventOf(one))?.privileged &&
        !isSettled({ chart: one.source.chart, of: one.source }),
    )
    .flatMap((one) => readsOf(one).map((name) => dependsOn(`${one.pointer}/guard`, nameOfTransition(one), name)));
}

/** What the guard of a transition reads without prejudice. A guard is looked through once for all events it cannot read. */
function guardReads(view: CheckedDefinition): (transition: TransitionView) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const ofGuard = (guard: string, event: string) => {
    const source = named(view.definition.guards, guard);
    const key = `${source !== undefined && mayReadEvent(source) ? event : ''} ${guard}`;
    const reads =
      known.get(key) ?? (source === undefined ? [] : privilegedReads(view, { source, expected: 'condition' }, event));
    known.set(key, reads);
    return reads;
  };
  return (transition) => {
    if (transition.guard === undefined) return [];
    const names = new Set(namesInGuard(transition.guard));
    return [...new Set([...names].flatMap((guard) => ofGuard(guard, eventOf(transition))))];
  };
}

function privilegedReads(
  view: CheckedDefinition,
  { source, expected, form }: Pick<ExpressionSite, 'source' | 'expected' | 'form'>,
  event: string,
): string[] {
  const expressions = expressionsOf(view.definition);
  const compiled =
    form === undefined ? expressions.inStepOf(event, source, expected) : expressions.onPageOf(form, source);
  if (Array.isArray(compiled)) return [];
  return referencedNames(compiled as CompiledExpression)
    .reads.map(({ name }) => name)
    .filter((name) => name !== ALL_AGREED && (name.startsWith('offer.') || isPrivilegedRead(view, name, event)));
}

/** Conditions of events, pages and fees, and what dates are counted by. Notices and actions are looked at elsewhere. */
function checkSites(view: CheckedDefinition): Problem[] {
  const open = openParts(view);
  return expressionSites(view)
    .filter(({ pointer }) => open.has(pointer.split('/').slice(0, 3).join('/')))
    .flatMap((site) => {
      const reads = site.occasions.flatMap((event) => privilegedReads(view, site, event));
      return [...new Set(reads)].map((name) => dependsOn(site.pointer, site.where, name));
    });
}

/** The parts of a definition whose effects the member can see. How long an offer stands is known in the room alone. */
function openParts(view: CheckedDefinition): ReadonlySet<string> {
  const { events, forms, fees } = view.definition;
  const isSettled = settledSteps(view);
  const states = view.charts.flatMap((chart) => chart.states);
  const waiting = states.filter((state) => state.node.after && !isSettled({ chart: state.chart, of: state }));
  const isOfRoom = (form: string) => {
    const asking = Object.values(events).filter((event) => event.form === form);
    return asking.length > 0 && asking.every(({ privileged }) => privileged);
  };
  return new Set([
    ...Object.keys(events).flatMap((name) => (events[name]?.privileged ? [] : [jsonPointer('events', name)])),
    ...Object.keys(forms).flatMap((name) => (isOfRoom(name) ? [] : [jsonPointer('forms', name)])),
    ...waiting.flatMap(({ node }) => Object.keys(node.after ?? {}).map((name) => jsonPointer('deadlines', name))),
    ...Object.keys(fees).map((name) => jsonPointer('fees', name)),
  ]);
}

function dependsOn(path: string, where: string, name: string): Problem {
  return error(
    'privileged-shown',
    path,
    `${withCapital(where)} depends on ${name}, which is without prejudice: the member who decides could tell it from what happens.`,
    'Ask for something else: of what is said in the room, only offer.accepted may be asked for outside it.',
  );
}
