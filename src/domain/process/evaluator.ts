import type { Definition } from '../definition/schema.ts';
import { type CompiledExpression, compileExpression } from '../expression/compile-expression.ts';
import type { DayInput, ExpressionFunctions, ExpressionInputs, PartyInput } from '../expression/expression-inputs.ts';
import type { ExpressionScope } from '../expression/scope-for.ts';
import { addDays, daysBetween } from '../time/calendar-day.ts';
import type { Calendar } from '../time/calendar-schema.ts';
import { localDateAt } from '../time/local-time.ts';
import { workingDaysBetween } from '../time/working-day.ts';
import type { CalendarAt } from './calendar-at.ts';
import type { Environment } from './environment.ts';
import { expressionScopes } from './expression-scopes.ts';

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
    const calendar = () => calendarAt(definition.calendar, environment.at);
    const result = bound.expression.evaluate(inputsOf(environment, bound, calendar));
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
  /** Its source has this name: most do not, and to work these out costs more than evaluating them. */
  readonly asksFor: Readonly<Record<'now' | 'today' | 'deadlines', boolean>>;
}

/** Written out, name by name: evaluated a thousand times over, a copy of whatever is there costs as much as a guard. */
function inputsOf(environment: Environment, { asksFor }: Bound, calendar: () => Calendar): ExpressionInputs {
  return {
    data: environment.data,
    party: environment.party,
    parties: environment.parties,
    actor: environment.actor,
    event: environment.event,
    fees: environment.fees,
    offer: environment.offer,
    bidding: environment.bidding,
    stage: environment.stage,
    form: environment.form,
    deadlines: asksFor.deadlines ? runningDeadlines(environment) : undefined,
    now: asksFor.now ? Temporal.Instant.from(environment.at) : undefined,
    today: asksFor.today ? localDateAt(environment.at, calendar().zone) : undefined,
    functions: new CalendarFunctions(calendar),
  };
}

/** Each expression, compiled once for each event form it meets and each kind of answer that is expected of it. */
function compilerOf(definition: Definition) {
  const scopeOf = expressionScopes(definition);
  const shelves = { condition: newShelves(), value: newShelves(), date: newShelves() };
  return (source: string, type: string, expected: Expected): Bound | undefined => {
    const { key, scope } = scopeOf(type);
    const shelf = shelves[expected].get(key) ?? newShelf(shelves[expected], key);
    const known = shelf.get(source);
    if (known !== undefined) return known ?? undefined;
    const bound = bind(source, scope, expected);
    shelf.set(source, bound ?? null);
    return bound;
  };
}

/** Source → compiled; null: it does not compile. */
type Shelf = Map<string, Bound | null>;

/** By the scope's key. */
function newShelves() {
  return new Map<string, Shelf>();
}

function newShelf(shelves: Map<string, Shelf>, key: string): Shelf {
  const shelf: Shelf = new Map();
  shelves.set(key, shelf);
  return shelf;
}

function bind(source: string, scope: ExpressionScope, expected: Expected): Bound | undefined {
  const expression = compileExpression(source, scope, expected);
  if (Array.isArray(expression)) return undefined;
  const has = (name: string) => new RegExp(`\\b${name}\\b`).test(source);
  return { expression, asksFor: { now: has('now'), today: has('today'), deadlines: has('deadlines') } };
}

/**
 * Name → last day, of what the party's chart and the case's wait for; the party's own stands before the case's. How long an
 * offer stands is not among them: it belongs to the room.
 */
function runningDeadlines({ waiting, party }: Environment): Record<string, string> {
  const of = (chart: string | undefined) => waiting.filter((deadline) => deadline.chart === chart);
  return Object.fromEntries([...of('case'), ...of(party?.id)].map(({ name, localDate }) => [name, localDate]));
}

/** What expressions ask of a calendar, which is looked up for those few that do. */
class CalendarFunctions implements ExpressionFunctions {
  readonly #calendar: () => Calendar;

  constructor(calendar: () => Calendar) {
    this.#calendar = calendar;
  }

  addDays(date: string, days: number): string {
    return addDays(date, days);
  }

  days(a: DayInput, b: DayInput): number {
    return daysBetween(dayOf(a, this.#calendar), dayOf(b, this.#calendar));
  }

  workingDays(a: DayInput, b: DayInput): number {
    return workingDaysBetween(this.#calendar(), dayOf(a, this.#calendar), dayOf(b, this.#calendar));
  }

  /** Of a path, whole names; of parallel regions, in any. */
  inState({ state = '' }: PartyInput, name: string): boolean {
    return `.${state.replaceAll('+', '.+.')}.`.includes(`.${name}.`);
  }
}

function dayOf(day: DayInput, calendar: () => Calendar): string {
  return typeof day === 'string' ? day : localDateAt(day, calendar().zone);
}
