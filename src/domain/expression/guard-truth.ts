import { expressionKey } from './expression-key.ts';
import { allOf, isImpossible, negation } from './formula.ts';
import type { Guard } from './guard.ts';
import { guardFormula } from './guard-formula.ts';

/** Whether a guard is true whatever a case holds, never true, or (as far as this can tell) now one, now the other. */
export type Truth = 'always' | 'never' | 'unknown';

/**
 * Decides whether a guard can be anything but true, or anything but false. `always` and `never` are certain; what it cannot
 * decide is `unknown`. It is exact for comparisons of single names with constants, `in` a list of constants, `has`, and
 * their combinations; anything else (a loop, two names compared, arithmetic) it knows only to be the same wherever it is
 * written the same. A name that may have no value makes a guard fail, which is not true: `x > 1 || x <= 1` is not `always`.
 */
export function truthOf(guard: Guard): Truth {
  const { whenTrue } = guardFormula(guard);
  if (isImpossible(whenTrue)) return 'never';
  return isImpossible(negation(whenTrue)) ? 'always' : 'unknown';
}

/** Whether `b` is true whenever `a` is; true only when that is certain. */
export function implies(a: Guard, b: Guard): boolean {
  return (
    guardKey(a) === guardKey(b) || isImpossible(allOf([guardFormula(a).whenTrue, negation(guardFormula(b).whenTrue)]))
  );
}

/** Whether two guards are certainly never true of the same case at the same time. */
export function neverTrueTogether(a: Guard, b: Guard): boolean {
  return isImpossible(allOf([guardFormula(a).whenTrue, guardFormula(b).whenTrue]));
}

/**
 * Whether a transition can certainly never be taken because, whenever its guard is true, one of the transitions before it is
 * taken instead. A transition without a guard is `null`: always taken.
 */
export function isShadowed(guard: Guard | null, earlier: readonly (Guard | null)[]): boolean {
  const key = guard && guardKey(guard);
  if (earlier.some((one) => one === null || guardKey(one) === key)) return true;
  const earlierRefused = earlier.flatMap((one) => (one ? [negation(guardFormula(one).whenTrue)] : []));
  return isImpossible(allOf([...earlierRefused, ...(guard ? [guardFormula(guard).whenTrue] : [])]));
}

/** Equal for guards that are written the same. */
function guardKey(guard: Guard): string {
  if ('node' in guard) return expressionKey(guard.node);
  if ('not' in guard) return `not(${guardKey(guard.not)})`;
  return 'all' in guard ? `all(${guard.all.map(guardKey).join()})` : `any(${guard.any.map(guardKey).join()})`;
}
