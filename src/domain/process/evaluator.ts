import type { Definition } from '../definition/schema.ts';
import { type CompiledExpression, compileExpression } from '../expression/compile-expression.ts';
import type { DayInput, ExpressionFunctions } from '../expression/expression-inputs.ts';
import type { ExpressionScope } from '../expression/scope-for.ts';
import { addDays, daysBetween } from '../time/calendar-day.ts';
import { localDateAt } from '../time/local-time.ts';
import { workingDaysBetween } from '../time/working-day.ts';
import type { CalendarAt } from './calendar-at.ts';
import type { Environment } from './environment.ts';
import { expressionScopes } from './expression-scopes.ts';
import { todayAt } from './today-at.ts';

/** How the expressions of a definition are evaluated. An error is no (`holds`) or nothing (`value`, `date`). */
export interface Evaluate {
  holds(expression: string, environment: Environment): boolean;
  /** False, and not merely without an answer: what `not` asks of a guard, so that an error denies there too. */
  isFalse(expression: string, environment: Environment): boolean;
  value(expression: string, environment: Environment): unknown;
  /** A local date `YYYY-MM-DD`, or an instant (UTC). */
  date(expression: string, environment: Environment): string | undefined;
}

type Expected = 'condition' | 'value' | 'date';

/**
 * Binds the expressions of a checked definition: each is compiled once for each event form it meets, and kept. One that
 * does not compile denies; the checker has refused such a definition long before.
 */
export function evaluatorOf(definition: Definition, calendarAt: CalendarAt): Evaluate {
  const compiled = compilerOf(definition);

  const evaluate = (source: string, environment: Environment, expected: Expected): unknown => {
    const bound = compiled(source, environment.event.type, expected);
    if (!bound) return undefined;
    const functions = functionsAt(definition, environment.at, calendarAt);
    const time = bound.asksForTime ? timeAt(definition, environment.at, calendarAt) : undefined;
    const deadlines = bound.asksForDeadlines ? runningDeadlines(environment) : {};
    const result = bound.expression.evaluate({ ...environment, ...time, deadlines, functions });
    return result.ok ? result.value : undefined;
  };

  return {
    holds: (source, environment) => evaluate(source, environment, 'condition') === true,
    isFalse: (source, environment) => evaluate(source, environment, 'condition') === false,
    value: (source, environment) => evaluate(source, environment, 'value'),
    date: (source, environment) => evaluate(source, environment, 'date')?.toString(),
  };
}

interface Bound {
  readonly expression: CompiledExpression;
  /** Its source has `now` or `today`: most do not, and reading a time costs more than evaluating them. */
  readonly asksForTime: boolean;
  readonly asksForDeadlines: boolean;
}

/** Each expression, compiled once for each event form it meets and each kind of answer that is expected of it. */
function compilerOf(definition: Definition) {
  const scopeOf = expressionScopes(definition);
  const kept = { condition: newShelf(), value: newShelf(), date: newShelf() };
  return (source: string, type: string, expected: Expected): Bound | undefined => {
    const { key, scope } = scopeOf(type);
    const shelf = kept[expected].get(key) ?? new Map<string, Bound | undefined>();
    kept[expected].set(key, shelf);
    if (!shelf.has(source)) shelf.set(source, bind(source, scope, expected));
    return shelf.get(source);
  };
}

/** Scope's key → source → compiled. */
function newShelf() {
  return new Map<string, Map<string, Bound | undefined>>();
}

function bind(source: string, scope: ExpressionScope, expected: Expected): Bound | undefined {
  const expression = compileExpression(source, scope, expected);
  if (Array.isArray(expression)) return undefined;
  return {
    expression,
    asksForTime: /\b(now|today)\b/.test(source),
    asksForDeadlines: /\bdeadlines\b/.test(source),
  };
}

/**
 * Name → last day, of what the party's chart and the case's wait for; the party's own stands before the case's. How long an
 * offer stands is not among them: it belongs to the room.
 */
function runningDeadlines({ waiting, party }: Environment): Record<string, string> {
  const of = (chart: string | undefined) => waiting.filter((deadline) => deadline.chart === chart);
  return Object.fromEntries([...of('case'), ...of(party?.id)].map(({ name, localDate }) => [name, localDate]));
}

function timeAt(definition: Definition, at: string, calendarAt: CalendarAt) {
  return { now: Temporal.Instant.from(at), today: todayAt({ definition, calendarAt }, at) };
}

function functionsAt(definition: Definition, at: string, calendarAt: CalendarAt): ExpressionFunctions {
  const calendar = () => calendarAt(definition.calendar, at);
  const dayOf = (day: DayInput) => (typeof day === 'string' ? day : localDateAt(day, calendar().zone));
  return {
    addDays,
    days: (a, b) => daysBetween(dayOf(a), dayOf(b)),
    workingDays: (a, b) => workingDaysBetween(calendar(), dayOf(a), dayOf(b)),
    // Of a path, whole names; of parallel regions, in any.
    inState: ({ state = '' }, name) => `.${state.replaceAll('+', '.+.')}.`.includes(`.${name}.`),
  };
}
