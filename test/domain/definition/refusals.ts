import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import type { Problem } from '../../../src/domain/definition/check/problem.ts';
import { PROBLEM_CODES, type ProblemCode } from '../../../src/domain/definition/check/problem-codes.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { type Changes, changed } from './changed.ts';

/** One way to spoil the good definition, what must be said about it, and (where it says more than the original) one to mend it. */
export interface Refusal {
  readonly when: string;
  readonly code: ProblemCode;
  readonly severity?: 'warning';
  /** JSON pointer of the problem; a pointer that only begins so will do when it ends in `*`. */
  readonly at: string;
  readonly change: Changes;
  /** Words that the sentence or the fix must have: the name of the thing, the name that was meant. */
  readonly says?: readonly string[];
  /** Changes that look alike and are right. */
  readonly allows?: Changes;
}

/** Each refusal as a test: the spoilt definition has the problem; the good one, and what looks alike and is right, do not. */
export function describeRefusals(title: string, refusals: readonly Refusal[]): void {
  describe(title, () => {
    it.each(refusals.map((refusal) => [refusal.when, refusal] as const))('%s', (_, refusal) => {
      const found = problemsAfter(refusal.change).filter(
        ({ code, path }) => code === refusal.code && isAt(path, refusal.at),
      );
      expect(found, JSON.stringify(problemsAfter(refusal.change), null, 1)).not.toEqual([]);
      expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set([refusal.severity ?? 'error']));
      for (const words of refusal.says ?? []) expect(`${found[0]?.message} ${found[0]?.fix}`).toContain(words);
      for (const { message, fix } of found) expect(message.endsWith('.') && fix.length > 3, message).toBe(true);
      expect(Object.keys(PROBLEM_CODES)).toContain(refusal.code);
      if (refusal.allows) expect(problemsAfter(refusal.allows)).toEqual([]);
    });
  });
}

export function problemsAfter(changes: Changes): readonly Problem[] {
  return checkDefinition(changed(aGoodDefinition(), changes)).problems;
}

function isAt(path: string, at: string): boolean {
  return at.endsWith('*') ? path.startsWith(at.slice(0, -1)) : path === at;
}
