import { describe, expect, it } from 'vitest';
import { caseScope, ownCases } from '../../src/domain/access/case-scope.ts';
import { PEOPLE } from './authority-world.ts';

describe('which cases a list may name', () => {
  it('names none to a stranger, their own to a user and an administrator, the tribunal’s to its staff', () => {
    expect(caseScope(PEOPLE.stranger)).toEqual({ kind: 'none' });
    expect(ownCases(PEOPLE.stranger)).toEqual({ kind: 'none' });
    for (const name of ['uma', 'ada', 'nora'] as const) {
      const { userId, email } = PEOPLE[name];
      expect(caseScope(PEOPLE[name])).toEqual({ kind: 'participant', userId, email });
    }
    for (const name of ['fay', 'mia', 'rita', 'dora'] as const) {
      expect(caseScope(PEOPLE[name])).toEqual({ kind: 'staff', userId: PEOPLE[name].userId });
      expect(ownCases(PEOPLE[name])).toMatchObject({ kind: 'participant' });
    }
  });
});
