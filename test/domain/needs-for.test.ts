import { describe, expect, it } from 'vitest';
import { needsFor } from '../../src/domain/access/needs-for.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { NEED_KINDS, type Need, type NeedKind, type NeedReader } from '../../src/domain/need.ts';
import { CASES, type Name, PEOPLE } from './authority-world.ts';

/** Who reads a need of Ada's of this kind, which she lets these read. */
function readersOf(kind: NeedKind, readers: readonly NeedReader[], of: CaseFile = CASES.adjudication, toldBy = 'ada') {
  const need: Need = { id: 'n', kind, wants: [], details: 'x', readers, status: 'asked', toldBy, toldAt: '' };
  const parties = of.parties.map((party) => (party.id === 'A' ? { ...party, needs: [need] } : party));
  const names = Object.keys(PEOPLE) as Name[];
  return names.filter((name) => {
    const theCase = { ...of, parties };
    return theCase.parties.some((party) => needsFor(PEOPLE[name], theCase, party).length > 0);
  });
}

describe('who reads what a party needs', () => {
  it('is the party and the registry, but for who there may come to decide', () => {
    for (const kind of NEED_KINDS) expect(readersOf(kind, []), kind).toEqual(['ada', 'rita']);
  });

  it('is whom the party chose, one by one', () => {
    expect(readersOf('interpreter', ['supporters'])).toEqual(['ada', 'ravi', 'hana', 'rita']);
    expect(readersOf('interpreter', ['facilitator'])).toEqual(['ada', 'fay', 'rita']);
    expect(readersOf('interpreter', ['member'])).toEqual(['ada', 'mia', 'rita']);
    expect(readersOf('accommodation', ['facilitator', 'member'], CASES.intake)).toEqual(['ada', 'rita']);
  });

  it('is never the member, where it is about safety, whatever the entry says', () => {
    expect(readersOf('safety', ['member', 'facilitator'])).toEqual(['ada', 'fay', 'rita']);
  });

  it('is a representative, of what they told themselves, as long as they act for the party', () => {
    expect(readersOf('safety', [], CASES.adjudication, 'ravi')).toEqual(['ada', 'ravi', 'rita']);
    const alone = CASES.adjudication.parties.map((party) => ({ ...party, supporters: [] }));
    expect(readersOf('safety', ['supporters'], { ...CASES.adjudication, parties: alone }, 'ravi')).toEqual([
      'ada',
      'rita',
    ]);
  });

  it('is never the other side, a stranger or an administrator', () => {
    for (const kind of NEED_KINDS)
      for (const name of ['ben', 'dora', 'otherBen', 'hugo', 'uma', 'cole', 'nora', 'stranger'] as const)
        expect(readersOf(kind, ['supporters', 'facilitator', 'member']), kind).not.toContain(name);
  });
});
