import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import { startPlay } from '../../../src/domain/rehearsal/simulate.ts';
import { processFor } from '../../a-process.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { changed } from './changed.ts';
import { pointersOf, valueAt } from './pointers.ts';

describe('a definition that the checker lets pass', () => {
  const good = aGoodDefinition();
  const places = pointersOf(good).filter((pointer) => !pointer.startsWith('/scenarios'));

  it('can be run: it compiles, and a case can be opened', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...places), fc.boolean(), (place, other, isRemoved) => {
        const value = isRemoved ? undefined : structuredClone(valueAt(good, other));
        const { ok, definition } = checkDefinition(changed(good, { '/scenarios': [], [place]: value }));
        if (!ok || !definition) return;
        passed += 1;
        const parties = Object.entries(definition.roles).flatMap(([role, rule]) =>
          rule.kind === 'party' ? [[role, rule.min]] : [],
        );
        const play = startPlay(processFor(definition), {
          start: '2026-03-02T09:00',
          parties: Object.fromEntries(parties),
        });
        expect(play.theCase?.status, JSON.stringify(play.trace)).toBe('open');
      }),
      { numRuns: 150 },
    );
    expect(passed).toBeGreaterThan(10);
  });
});
