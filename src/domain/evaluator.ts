import type { CalendarAt } from './calendar-at.ts';
import { oncePer } from './definition/once-per.ts';
import type { Definition } from './definition/schema.ts';
import type { Environment } from './environment.ts';
import { type CompiledExpression, compileExpression } from './expression/compile-expression.ts';
import type { DayInput, ExpressionFunctions, ExpressionInputs } from './expression/expression-inputs.ts';
import { expressionScopes } from './expression-scopes.ts';
import { addDays, daysBetween } from './time/calendar-day.ts';
import { workingDaysBetween } from './time/working-day.ts';

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
  const inputs = oncePer((environment: Environment) => inputsOf(definition, environment, calendarAt));

  const evaluate = (source: string, environment: Environment, expected: Expected): unknown => {
    const expression = compiled(source, environment.event.type as string, expected);
    if (!expression) return undefined;
    const result = expression.evaluate(inputs(environment));
    return result.ok ? result.value : undefined;
  };

  return {
    holds: (source, environment) => evaluate(source, environment, 'condition') === true,
    isFalse: (source, environment) => evaluate(source, environment, 'condition') === false,
    value: (source, environment) => evaluate(source, environment, 'value'),
    date: (source, environment) => evaluate(source, environment, 'date')?.toString(),
  };
}

/** Each expression, compiled once for each event form it meets and each kind of answer that is expected of it. */
function compilerOf(definition: Definition) {
  const scopeOf = expressionScopes(definition);
  const kept = { condition: newShelf(), value: newShelf(), date: newShelf() };
  return (source: string, type: string, expected: Expected): CompiledExpression | undefined => {
    const { key, scope } = scopeOf(type);
    const shelf = kept[expected].get(key) ?? new Map<string, CompiledExpression | undefined>();
    kept[expected].set(key, shelf);
    if (!shelf.has(source)) {
      const result = compileExpression(source, scope, expected);
      shelf.set(source, Array.isArray(result) ? undefined : (result as CompiledExpression));
    }
    return shelf.get(source);
  };
}

/** Scope's key → source → compiled. */
function newShelf() {
  return new Map<string, Map<string, CompiledExpression | undefined>>();
}

function inputsOf(definition: Definition, environment: Environment, calendarAt: CalendarAt): ExpressionInputs {
  const { now, writes: _, ...seen } = environment;
  return {
    ...(seen as object),
    get now() {
      return Temporal.Instant.from(now);
    },
    get today() {
      return localDateIn(calendarAt(definition.calendar, now).zone, Temporal.Instant.from(now));
    },
    functions: functionsAt(definition, now, calendarAt),
  };
}

function functionsAt(definition: Definition, now: string, calendarAt: CalendarAt): ExpressionFunctions {
  const calendar = () => calendarAt(definition.calendar, now);
  const dayOf = (day: DayInput) => (typeof day === 'string' ? day : localDateIn(calendar().zone, day));
  return {
    addDays,
    days: (a, b) => daysBetween(dayOf(a), dayOf(b)),
    workingDays: (a, b) => workingDaysBetween(calendar(), dayOf(a), dayOf(b)),
    inState: ({ state = '' }, name) => state.split('+').some((leaf) => `.${leaf}.`.includes(`.${name}.`)),
  };
}

function localDateIn(zone: string, instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}
