import { describe, expect, it } from 'vitest';
import { mayReadContact, visibleAnswers } from '../../src/domain/access/visible-answers.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { CASES, DEFINITION, type Name, PEOPLE } from './authority-world.ts';

const CLAIM = {
  amount: 250_000,
  respondentAddress: '2 Mill Road',
  site: '3 Dock Lane',
  safety: 'He has threatened me.',
  birth: '1980-01-01',
  wouldSettleFor: 180_000,
  undeclared: 'no field has this name',
};

const CASE: CaseFile = {
  ...CASES.adjudication,
  data: { claim: CLAIM, joint: { phone: '+1 250 555 0100', note: 'call us' }, secret: { lowest: 100 }, gone: { a: 1 } },
  parties: CASES.adjudication.parties.map((party) =>
    party.id === 'B' ? { ...party, data: { response: { position: 'disagree', email: 'ben@work.example' } } } : party,
  ),
};

const answersFor = (name: Name) => visibleAnswers(DEFINITION, CASE, PEOPLE[name]);

describe('what people read of the claim', () => {
  const EXPECTED: Partial<Record<Name, string>> = {
    stranger: '',
    uma: '',
    nora: '',
    cole: '',
    ada: 'amount respondentAddress site wouldSettleFor',
    ravi: 'amount respondentAddress site wouldSettleFor',
    hana: 'amount respondentAddress site wouldSettleFor',
    ben: 'amount site wouldSettleFor',
    fay: 'amount respondentAddress site safety wouldSettleFor',
    flo: 'amount respondentAddress site safety',
    mia: 'amount respondentAddress site safety',
    max: 'amount respondentAddress site safety',
    fran: 'amount respondentAddress site safety',
    rita: 'amount respondentAddress site safety birth',
  };

  for (const [name, fields] of Object.entries(EXPECTED)) {
    it(`${name} reads ${fields || 'nothing'}`, () => {
      expect(Object.keys(answersFor(name as Name).data.claim ?? {}).join(' ')).toBe(fields);
    });
  }
});

it('does not let on to a member that a form without prejudice was answered', () => {
  expect(Object.keys(answersFor('mia').data)).toEqual(['claim', 'joint']);
  expect(Object.keys(answersFor('fay').data)).toEqual(['claim', 'joint', 'secret']);
});

it('shows an answer that no form of the definition asks for to nobody', () => {
  for (const name of Object.keys(PEOPLE) as Name[]) {
    expect(JSON.stringify(answersFor(name)), name).not.toMatch(/no field has this name|gone/);
  }
});

it('names the sealed answers that a registrar was shown, and none to those who were shown none', () => {
  expect(answersFor('rita').sealed).toEqual(['data.claim.birth']);
  for (const name of ['ada', 'ben', 'fay', 'mia', 'nora'] as const) expect(answersFor(name).sealed, name).toEqual([]);
});

it('keeps the phone number in a form that either side can fill for the tribunal', () => {
  expect(answersFor('ada').data.joint).toEqual({ note: 'call us' });
  expect(answersFor('ben').data.joint).toEqual({ note: 'call us' });
  expect(answersFor('flo').data.joint).toEqual({ note: 'call us', phone: '+1 250 555 0100' });
});

it('counts as givers of a form about the case only those who give it about the case', () => {
  const { events } = DEFINITION;
  const alsoOfParties = { by: ['respondent'], scope: 'party', form: 'claim' } as const;
  const definition = { ...DEFINITION, events: { ...events, ALSO: { ...alsoOfParties, by: ['respondent'] } } };
  expect(visibleAnswers(definition, CASE, PEOPLE.ada).data.claim).toHaveProperty('respondentAddress');
});

it('keeps the address in a respondent’s own answers from the other side', () => {
  expect(answersFor('ada').parties).toEqual([{}, { response: { position: 'disagree' } }, {}]);
  expect(answersFor('ben').parties[1]).toEqual({ response: { position: 'disagree', email: 'ben@work.example' } });
  expect(answersFor('mia').parties[1]).toEqual({ response: { position: 'disagree', email: 'ben@work.example' } });
});

it('shows how to find a party to themself, to who supports them and to the tribunal', () => {
  const readers = (Object.keys(PEOPLE) as Name[]).filter((name) =>
    CASE.parties.some((party) => party.id === 'A' && mayReadContact(PEOPLE[name], CASE, party)),
  );
  expect(readers).toEqual(['ada', 'ravi', 'hana', 'fay', 'flo', 'fran', 'mia', 'max', 'rita', 'remi']);
});

describe('someone who keeps their address secret', () => {
  const parties = CASE.parties.map((party) =>
    party.id === 'A' ? { ...party, isProtected: true, data: { response: { email: 'ada@hidden.example' } } } : party,
  );
  const secret: CaseFile = { ...CASE, parties };
  const seenBy = (name: Name) => visibleAnswers(DEFINITION, secret, PEOPLE[name]);
  const names = Object.keys(PEOPLE) as Name[];

  it('is found by the registry alone: not by the other side, who helps, facilitates or decides', () => {
    const readers = names.filter((name) =>
      parties.some((party) => party.id === 'A' && mayReadContact(PEOPLE[name], secret, party)),
    );
    expect(readers).toEqual(['ada', 'rita', 'remi']);
  });

  it('is not found by an answer of theirs either, nor by one that may be theirs', () => {
    const reads = (name: Name) => JSON.stringify(seenBy(name));
    expect(names.filter((name) => reads(name).includes('ada@hidden.example'))).toEqual(['ada', 'rita', 'remi']);
    expect(names.filter((name) => reads(name).includes('2 Mill Road'))).toEqual(['ada', 'rita', 'remi']);
    expect(names.filter((name) => reads(name).includes('555 0100'))).toEqual(['rita', 'remi']);
  });

  it('is told what may be theirs beside another applicant, who is told it only with a secret of their own', () => {
    const readsIt = (name: Name, isBenProtected: boolean) => {
      const both = secret.parties.map((party) =>
        party.id === 'B' ? { ...party, role: 'applicant', side: 'applicant', isProtected: isBenProtected } : party,
      );
      const { data } = visibleAnswers(DEFINITION, { ...secret, parties: both }, PEOPLE[name]);
      return data.claim?.respondentAddress === '2 Mill Road';
    };
    expect([readsIt('ada', false), readsIt('ben', false)]).toEqual([true, false]);
    expect([readsIt('ada', true), readsIt('ben', true)]).toEqual([true, true]);
  });

  it('leaves open what the definition opens to the whole case', () => {
    expect(seenBy('ben').data.claim).toHaveProperty('site');
  });

  it('has each look of the registry written down', () => {
    expect(seenBy('rita').sealed).toEqual([
      'data.claim.respondentAddress',
      'data.claim.birth',
      'data.joint.phone',
      'A.response.email',
      'A.contact',
    ]);
    expect(seenBy('ada').sealed).toEqual([]);
  });
});
