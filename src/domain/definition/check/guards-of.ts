import { type ExpressionNode, loopOf, partsOf } from '../../expression/expression-node.ts';
import type { Guard as CompiledGuard } from '../../expression/guard.ts';
import { implies, isShadowed, neverTrueTogether, type Truth, truthOf } from '../../expression/guard-truth.ts';
import type { Guard } from '../chart-schema.ts';
import type { TransitionView } from '../chart-view.ts';
import { named } from '../definition-view.ts';
import { oncePer } from '../once-per.ts';
import { eventOf } from '../placed-actions.ts';
import type { Definition } from '../schema.ts';
import { expressionsOf } from './compiled-expressions.ts';

/** What can be told of the guards of a definition without a case. */
export interface Guards {
  /** Unguarded is `always`; what does not compile is `unknown`. */
  truthOf(transition: TransitionView): Truth;
  /** One of the transitions before it is taken whenever this one could be. */
  isShadowed(transition: TransitionView, earlier: readonly TransitionView[]): boolean;
  /** Whether one of these is taken whatever the case holds. */
  isExhaustive(transitions: readonly TransitionView[]): boolean;
  /** Whether the guards of two transitions are certainly never true of the same case at once. */
  exclude(one: TransitionView, other: TransitionView): boolean;
  /** Whether a condition certainly holds when this is taken and those before it are not. True where it cannot be told. */
  requires(transition: TransitionView, earlier: readonly TransitionView[], condition: string): boolean;
}

/**
 * Steps of reasoning that all questions about one definition may take together, each about 5 µs at worst. Questions beyond
 * are answered "cannot tell": nothing is refused for them.
 */
const MAX_REASONING = 20_000;
const MAX_STEPS_OF_ONE = 5_000;

export const guardsOf = oncePer((definition: Definition): Guards => {
  const ask = withinBudget();
  const known = new Map<string, Truth>();
  const compile = oncePer((transition: TransitionView) => compiledGuard(definition, transition));
  return {
    truthOf: oncePer((transition) => {
      const key = `${eventOf(transition)} ${JSON.stringify(transition.guard)}`;
      const guard = compile(transition);
      if (guard === null) return 'always';
      const truth = known.get(key) ?? (guard ? ask([guard], () => truthOf(guard), 'unknown') : 'unknown');
      known.set(key, truth);
      return truth;
    }),
    isShadowed: (transition, earlier) => {
      const guard = compile(transition);
      const before = earlier.map(compile).filter((one) => one !== undefined);
      if (before.includes(null)) return true;
      return guard !== undefined && ask([...before, guard], () => isShadowed(guard, before), false);
    },
    isExhaustive: (transitions) => {
      const guards = transitions.map(compile).filter((one) => one !== undefined);
      return guards.includes(null) || ask(guards, () => isShadowed(null, guards), false);
    },
    exclude: (one, other) => {
      const [a, b] = [compile(one), compile(other)];
      return a && b ? ask([a, b], () => neverTrueTogether(a, b), false) : false;
    },
    requires: (transition, earlier, condition) => {
      const [own, wanted] = [compile(transition), conditionIn(definition, eventOf(transition), condition)];
      const before = earlier.map(compile);
      if (own === undefined || !wanted || before.some((one) => !one)) return true;
      const refused = before.flatMap((one) => (one ? [{ not: one }] : []));
      const taken: CompiledGuard = { all: [...refused, ...(own ? [own] : [])] };
      return ask([taken, wanted], () => implies(taken, wanted), true);
    },
  };
});

/** Asks a question as long as there is effort left, and answers `cannotTell` after that. */
function withinBudget() {
  let left = MAX_REASONING;
  return <T>(guards: readonly (CompiledGuard | null)[], question: () => T, cannotTell: T): T => {
    const size = guards.reduce((sum, guard) => sum + (guard ? branches(guard) : 0), 0);
    const steps = Math.min(MAX_STEPS_OF_ONE, 2 ** size);
    if (steps > left) return cannotTell;
    left -= steps;
    return question();
  };
}

/** Null: no guard, always taken. Undefined: it has a problem of its own and cannot be reasoned about. */
function compiledGuard(definition: Definition, transition: TransitionView): CompiledGuard | null | undefined {
  const own = transition.guard === undefined ? null : compiled(definition, transition, transition.guard);
  if (own === undefined) return undefined;
  // The event is not even accepted where its own condition is not true.
  const asked = conditionOf(definition, eventOf(transition));
  if (!asked) return own;
  return own ? { all: [asked, own] } : asked;
}

/** What must hold before anybody can do an event: its `when`, of those in its `by`. Undefined where nothing is asked. */
export function conditionOf(definition: Definition, event: string): CompiledGuard | undefined {
  const { when, by = [] } = named(definition.events, event) ?? {};
  const condition = when === undefined ? undefined : conditionIn(definition, '', when);
  if (when === undefined || !condition || !/\bactor\b/.test(when)) return condition;
  // Who acts for a party, or helps it, acts in the party's role.
  const roles = by.filter((role) => Object.hasOwn(definition.roles, role));
  const listed = conditionIn(definition, '', `actor.role in ${JSON.stringify(roles)}`);
  return listed && roles.length > 0 ? { all: [listed, condition] } : condition;
}

/** The guard with its names looked up; undefined when one is unknown or does not compile. */
function compiled(definition: Definition, transition: TransitionView, guard: Guard): CompiledGuard | undefined {
  if (typeof guard === 'string') {
    const source = named(definition.guards, guard);
    return source === undefined ? undefined : conditionIn(definition, eventOf(transition), source);
  }
  if ('not' in guard) {
    const inner = compiled(definition, transition, guard.not);
    return inner && { not: inner };
  }
  const parts = ('all' in guard ? guard.all : guard.any).map((part) => compiled(definition, transition, part));
  const sound = parts.filter((part) => part !== undefined);
  if (sound.length < parts.length) return undefined;
  return 'all' in guard ? { all: sound } : { any: sound };
}

/** An expression as a guard of an event's step; undefined when it does not compile. */
function conditionIn(definition: Definition, event: string, source: string): CompiledGuard | undefined {
  const condition = expressionsOf(definition).inStepOf(event, source, 'condition');
  return Array.isArray(condition) ? undefined : (condition as CompiledGuard);
}

/** How many times the reasoning may have to try alternatives. */
function branches(guard: CompiledGuard): number {
  if ('node' in guard) return branchesOf(guard);
  if ('not' in guard) return branches(guard.not);
  const parts = 'all' in guard ? guard.all : guard.any;
  return parts.reduce((sum, part) => sum + branches(part), parts.length - 1);
}

const branchesOf = oncePer(({ node }: { readonly node: ExpressionNode }): number => branchesIn(node));

/** A loop is one statement to the reasoning, whatever is inside. */
function branchesIn(node: ExpressionNode): number {
  if (loopOf(node)) return 0;
  const own = BRANCHING.has(node.op) ? 1 : 0;
  return partsOf(node).reduce((sum, part) => sum + branchesIn(part), own);
}

const BRANCHING: ReadonlySet<string> = new Set(['&&', '||', '!=', 'in', '?:']);
