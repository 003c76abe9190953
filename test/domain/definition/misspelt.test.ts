import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { changed } from './changed.ts';
import { pointersOf } from './pointers.ts';

/** Keys whose text, or whose list's texts, name something declared elsewhere. */
const REFERENCES = new Set([
  'target',
  'initial',
  'guard',
  'all',
  'any',
  'not',
  'notice',
  'document',
  'fee',
  'pays',
  'form',
  'role',
  'queue',
  'template',
  'stage',
  'deadline',
  'expiredNotice',
  'chart',
  'event',
  'calendar',
  'next',
  'by',
  'of',
  'to',
  'attach',
  'excludes',
  'closedBy',
  'do',
  'as',
  'deliver',
]);
const PARTS = [
  'roles',
  'forms',
  'events',
  'deadlines',
  'notices',
  'documents',
  'fees',
  'guards',
  'partyCharts',
] as const;

/** What a definition needs wherever it stands. */
const NEEDED =
  /\/after$|^\/events\/[^/]+\/(title|privileged)$|\/(en|fr)$|^\/notices\/[^/]+\/(service|privileged)$|\/options$/;

const smallClaims = join(import.meta.dirname, '../../../workflows/small-claims.json');
/** With how many tries of each kind: the larger takes a tenth of a second a check. */
const definitions: [string, unknown, number][] = [['the good definition', aGoodDefinition(), 60]];
if (existsSync(smallClaims)) definitions.push(['small claims', JSON.parse(readFileSync(smallClaims, 'utf8')), 10]);

describe.each(definitions)('in %s', (_, definition, numRuns) => {
  it('there is nothing wrong to begin with', () => {
    expect(checkDefinition(definition).problems).toEqual([]);
  });

  it('no reference can be misspelt without a problem', () => {
    const references = referencesIn(definition);
    expect(references.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...references), fc.constantFrom('Zz', '-2', '_'), ({ pointer, name }, ending) => {
        const { ok, problems } = checkDefinition(changed(definition, { [pointer]: name + ending }));
        expect(ok, `${pointer}: ${name}${ending}`).toBe(false);
        expect(
          problems.some(({ message, path }) => message.includes(name + ending) || path.startsWith(pointer)),
          pointer,
        ).toBe(true);
      }),
      { numRuns },
    );
  });

  it('nothing that is declared can be taken away without a problem', () => {
    const declared = PARTS.flatMap((part) =>
      Object.keys((definition as Record<string, object>)[part] ?? {}).map((name) => `/${part}/${name}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...declared), (pointer) => {
        expect(checkDefinition(changed(definition, { [pointer]: undefined })).problems, pointer).not.toEqual([]);
      }),
      { numRuns },
    );
  });

  it('no deadline, title, translation, service rule or privilege can be taken away without a problem', () => {
    const needed = pointersOf(definition).filter(
      (pointer) => NEEDED.test(pointer) && !pointer.startsWith('/scenarios'),
    );
    expect(needed.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...needed), (pointer) => {
        expect(checkDefinition(changed(definition, { [pointer]: undefined })).problems, pointer).not.toEqual([]);
      }),
      { numRuns },
    );
  });

  it('no event can be left to somebody who is not there', () => {
    const events = Object.keys((definition as { events: object }).events);
    fc.assert(
      fc.property(fc.constantFrom(...events), (event) => {
        expect(checkDefinition(changed(definition, { [`/events/${event}/by`]: ['nobody'] })).ok, event).toBe(false);
      }),
      { numRuns },
    );
  });

  it('no guard can be made one that is never true, or no condition at all', () => {
    const guards = Object.keys((definition as { guards: object }).guards);
    fc.assert(
      fc.property(
        fc.constantFrom(...guards),
        fc.constantFrom('false', '1 + 1', 'nothing.at.all', "'yes'"),
        (guard, source) => {
          expect(checkDefinition(changed(definition, { [`/guards/${guard}`]: source })).ok, guard).toBe(false);
        },
      ),
      { numRuns },
    );
  });

  it('no state can be taken away without a problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statesIn(definition)), (pointer) => {
        expect(checkDefinition(changed(definition, { [pointer]: undefined })).ok, pointer).toBe(false);
      }),
      { numRuns },
    );
  });
});

interface Reference {
  readonly pointer: string;
  readonly name: string;
}

function referencesIn(value: unknown, pointer = '', isReference = false): Reference[] {
  if (typeof value === 'string') return isReference ? [{ pointer, name: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => referencesIn(item, `${pointer}/${index}`, isReference));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    referencesIn(inside, `${pointer}/${key.replaceAll('/', '~1')}`, REFERENCES.has(key)),
  );
}

function statesIn(definition: unknown): string[] {
  const { chart, partyCharts } = definition as { chart: object; partyCharts: Record<string, object> };
  const below = (node: object, pointer: string): string[] =>
    Object.entries((node as { states?: Record<string, object> }).states ?? {}).flatMap(([key, child]) => {
      const at = `${pointer}/states/${key}`;
      return [at, ...below(child, at)];
    });
  return [
    ...below(chart, '/chart'),
    ...Object.entries(partyCharts).flatMap(([name, node]) => below(node, `/partyCharts/${name}`)),
  ];
}
