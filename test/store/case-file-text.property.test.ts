import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { caseFileText } from '../../src/store/cases/case-file-text.ts';

const NAMES = ['id', 'chart', 'stage', 'version', 'parties', 'data', 'orders', 'lastOrder'] as const;
const aValue = fc.oneof(
  fc.constant(undefined),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.record({ why: fc.constantFrom('ce jour n’est pas compté', '\ud800', '{"', 'x'.repeat(70_000)) }),
);
const aStep = fc.dictionary(fc.constantFrom(...NAMES), aValue);

describe('the text of a case file', () => {
  it('is what JSON.stringify writes, however many steps changed whatever part', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 12 }), (steps) => {
        let before: Parameters<typeof caseFileText>[1];
        for (const step of steps) {
          const file = inOrder({ ...before?.file, ...step });
          const text = caseFileText(file, before);
          expect(new TextDecoder().decode(text.bytes)).toBe(JSON.stringify(file));
          before = { file, text };
        }
      }),
    );
  });
});

/** A case file has an id, and names the parts that it has in one order. */
function inOrder(parts: object): CaseFile {
  const known = { ...parts } as Record<string, unknown>;
  known.id ??= 'c1';
  return Object.fromEntries(NAMES.filter((name) => name in known).map((name) => [name, known[name]])) as never;
}
