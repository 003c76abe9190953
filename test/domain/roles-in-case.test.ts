import { describe, expect, it } from 'vitest';
import { audiencesOf } from '../../src/domain/access/audiences-of.ts';
import { helpRequestsOf, rolesInCase } from '../../src/domain/access/roles-in-case.ts';
import { CASES, type Name, PEOPLE, person } from './authority-world.ts';

const names = Object.keys(PEOPLE) as Name[];

describe('who someone is in a case', () => {
  it('knows a respondent by his address until the party is bound, and by his account from then on', () => {
    const bound = {
      ...CASES.facilitation,
      parties: CASES.facilitation.parties.map((one) => (one.id === 'B' ? { ...one, userId: 'other-ben' } : one)),
    };
    expect(rolesInCase(PEOPLE.ben, CASES.facilitation)).toEqual([
      { standing: 'party', role: 'respondent', party: 'B', joined: false },
    ]);
    expect(rolesInCase(PEOPLE.ben, bound)).toEqual([]);
    expect(rolesInCase(PEOPLE.otherBen, bound)).toEqual([
      { standing: 'party', role: 'respondent', party: 'B', joined: true },
    ]);
  });

  it('knows who acts for a party and who helps one', () => {
    expect(rolesInCase(PEOPLE.ravi, CASES.intake)).toEqual([
      { standing: 'party', role: 'applicant', party: 'A', capacity: 'representative', supporter: 'A1', joined: true },
    ]);
    expect(rolesInCase(PEOPLE.hana, CASES.intake)).toEqual([
      { standing: 'party', role: 'applicant', party: 'A', capacity: 'helper', supporter: 'A2', joined: true },
    ]);
  });

  it('opens nothing by an invitation until it is accepted', () => {
    expect(rolesInCase(PEOPLE.hugo, CASES.facilitation)).toEqual([]);
    expect(helpRequestsOf(PEOPLE.hugo, CASES.facilitation)).toMatchObject([
      { party: { id: 'A' }, supporter: { id: 'A3' } },
    ]);
    for (const name of names.filter((one) => one !== 'hugo'))
      expect(helpRequestsOf(PEOPLE[name], CASES.facilitation), name).toEqual([]);
  });

  it('makes nobody a party by an address against whom they stand already', () => {
    const ravis = CASES.facilitation.parties.map((one) =>
      one.id === 'B' ? { ...one, email: 'ravi@example.org' } : one,
    );
    expect(rolesInCase(PEOPLE.ravi, { ...CASES.facilitation, parties: ravis })).toMatchObject([
      { party: 'A', capacity: 'representative' },
    ]);
  });

  it('leaves who was bound to both sides what they joined, and gives who acts for one a second place on the same', () => {
    const bothSides = CASES.facilitation.parties.map((one) => (one.id === 'B' ? { ...one, userId: 'ravi' } : one));
    expect(rolesInCase(PEOPLE.ravi, { ...CASES.facilitation, parties: bothSides })).toMatchObject([
      { party: 'A', capacity: 'representative' },
      { party: 'B', joined: true },
    ]);
    const sameSide = CASES.facilitation.parties.map((one) =>
      one.id === 'B' ? { ...one, side: 'applicant', email: 'ravi@example.org' } : one,
    );
    expect(rolesInCase(PEOPLE.ravi, { ...CASES.facilitation, parties: sameSide })).toMatchObject([
      { party: 'A', capacity: 'representative' },
      { party: 'B', joined: false },
    ]);
  });

  it('keeps a letter of another alphabet from passing as one of the address', () => {
    const kelvin = { ...person('k'), email: '\u212Aim@example.org' };
    const kim = {
      ...CASES.facilitation,
      parties: CASES.facilitation.parties.map((one) => (one.id === 'B' ? { ...one, email: 'kim@example.org' } : one)),
    };
    expect(rolesInCase(kelvin, kim)).toEqual([]);
    expect(rolesInCase({ ...kelvin, email: 'KIM@EXAMPLE.ORG' }, kim)).toHaveLength(1);
  });

  it('takes nobody for a party that has no address', () => {
    const nameless = {
      ...CASES.facilitation,
      parties: CASES.facilitation.parties.map(({ email: _, ...party }) => party),
    };
    expect(rolesInCase({ ...PEOPLE.uma, email: '' }, nameless)).toEqual([]);
  });

  it('gives the case to nobody who has lost the role, whatever the assignment says', () => {
    expect(rolesInCase({ ...PEOPLE.fay, roles: [] }, CASES.facilitation)).toEqual([]);
    expect(rolesInCase({ ...PEOPLE.mia, roles: ['registrar'] }, CASES.adjudication)).toEqual([
      { standing: 'registrar', role: 'registrar' },
    ]);
  });

  it('does not let a former facilitator decide, even if an assignment names them', () => {
    const broken = { ...CASES.adjudication, assigned: { member: 'fran' } };
    expect(rolesInCase(PEOPLE.fran, broken)).not.toContainEqual({ standing: 'assigned', role: 'member' });
    const both = { ...CASES.adjudication, assigned: { member: 'fran', facilitator: 'fran' } };
    expect(audiencesOf(PEOPLE.fran, both)).not.toContain('room');
  });
});
