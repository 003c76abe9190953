import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exhibitStatus } from '../../../src/domain/exhibit.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { withEvidence } from '../../with-evidence.ts';
import { answered, aPlay, bothAnswered, caseOf, does, facts } from './a-play.ts';

const evidence = withEvidence(depositDispute);
const play = (steps: Parameters<typeof aPlay>[0] = answered, many?: Parameters<typeof aPlay>[1]) =>
  aPlay(steps, many, evidence);
const [ann, ben] = ['applicant-1', 'respondent-1'];
const adds = (as: string, file: string, more: object = {}) => ({
  as,
  do: 'ADD_EVIDENCE',
  form: { file: [file], ...more },
});
const numbers = (the: ReturnType<typeof aPlay>) => (caseOf(the).exhibits ?? []).map(({ number }) => number);

describe('what is put in evidence', () => {
  it('has a number of its own on each side, what it shows, and its date', () => {
    const filed = play([
      ...answered,
      adds(ann, 'lease', { description: 'The lease.', on: '2025-12-01' }),
      adds(ben, 'wall'),
    ]);
    expect(caseOf(filed).exhibits).toMatchObject([
      {
        number: 'A-1',
        party: ann,
        description: 'The lease.',
        datedOn: '2025-12-01',
        versions: [{ document: 'lease' }],
      },
      { number: 'R-1', party: ben, versions: [{ document: 'wall' }] },
    ]);
    expect(facts(filed, 'DocumentsFiled').at(-1)).toMatchObject({ documents: ['wall'], audience: 'case' });
  });

  it('is called after the party where one side has several', () => {
    const four = [...bothAnswered, adds(ben, '1'), adds('respondent-2', '2'), adds('applicant-2', '3'), adds(ann, '4')];
    expect(numbers(play(four, { applicant: 2, respondent: 2 }))).toEqual(['R-1', 'R2-1', 'A2-1', 'A-1']);
  });

  it('is not put there twice, and each file of several is an exhibit', () => {
    const filed = play([...answered, { as: ann, do: 'ADD_EVIDENCE', form: { file: ['a', 'b'] } }]);
    expect(numbers(filed)).toEqual(['A-1', 'A-2']);
    expect(does(filed, ann, 'ADD_EVIDENCE', { file: ['b'] })).toBe('AlreadyExhibit');
    expect(does(filed, ben, 'ADD_EVIDENCE', { file: ['a'] })).toBe('AlreadyExhibit');
  });

  it('keeps what it was when it is replaced', () => {
    const filed = play([...answered, adds(ann, 'dark photo', { description: 'The sink.' })]);
    expect(does(filed, ann, 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: ['bright photo'] })).toBeUndefined();
    expect(caseOf(filed).exhibits).toMatchObject([
      { number: 'A-1', description: 'The sink.', versions: [{ document: 'dark photo' }, { document: 'bright photo' }] },
    ]);
    expect(does(filed, ann, 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: ['dark photo'] })).toBe('AlreadyExhibit');
  });

  it('can be said to show something else, and keeps what was said of it before', () => {
    const filed = play([...answered, adds(ann, 'lease', { description: 'The lese.', on: '2025-12-01' })]);
    expect(does(filed, ann, 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'The lease.' })).toBeUndefined();
    const [{ id, ...once } = { id: '' }] = caseOf(filed).exhibits ?? [];
    expect(once).toMatchObject({
      number: 'A-1',
      description: 'The lease.',
      earlier: [{ description: 'The lese.', datedOn: '2025-12-01', changedBy: { party: ann } }],
      versions: [{ document: 'lease' }],
    });
    expect(once).not.toHaveProperty('datedOn');
    expect(does(filed, ann, 'DESCRIBE_EVIDENCE', { exhibit: id, on: '2025-12-01' })).toBeUndefined();
    expect(caseOf(filed).exhibits?.[0]?.earlier).toMatchObject([
      { description: 'The lese.' },
      { description: 'The lease.' },
    ]);
  });

  it('is not said to show what it is said to show already', () => {
    const filed = play([...answered, adds(ann, 'lease', { description: 'The lease.' }), adds(ben, 'wall')]);
    expect(does(filed, ann, 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'The lease.' })).toBe(
      'NothingToChange',
    );
    expect(does(filed, ben, 'DESCRIBE_EVIDENCE', { exhibit: 'R-1' })).toBe('NothingToChange');
    expect(caseOf(filed).exhibits?.some((one) => 'earlier' in one)).toBe(false);
  });

  it('keeps what was said of it when it is replaced with other words', () => {
    const filed = play([...answered, adds(ann, 'dark', { description: 'The sink.' })]);
    does(filed, ann, 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: ['bright'], description: 'The sink, lit.' });
    expect(caseOf(filed).exhibits).toMatchObject([
      {
        description: 'The sink, lit.',
        earlier: [{ description: 'The sink.' }],
        versions: [{}, { document: 'bright' }],
      },
    ]);
  });

  it('is described anew so often, and no oftener', () => {
    const filed = play([...answered, adds(ann, 'a'), adds(ben, 'b')]);
    const says = (as: string, exhibit: string, description: string) =>
      does(filed, as, 'DESCRIBE_EVIDENCE', { exhibit, description });
    for (let n = 1; n <= 200; n += 1) expect(says(ann, 'A-1', `Words ${n}.`)).toBeUndefined();
    expect(says(ann, 'A-1', 'Once more.')).toBe('CaseTooLarge');
    expect(says(ben, 'R-1', 'A wall.')).toBeUndefined();
  });

  it('stays listed when it is withdrawn, and goes back to where uploads begin', () => {
    const filed = play([...answered, adds(ann, 'letter')]);
    expect(does(filed, ann, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1', reason: 'It names my child.' })).toBeUndefined();
    expect(caseOf(filed).exhibits).toMatchObject([{ number: 'A-1', withdrawn: { reason: 'It names my child.' } }]);
    expect(facts(filed, 'DocumentsFiled').at(-1)).toMatchObject({ documents: ['letter'], audience: `caucus:${ann}` });
    expect(does(filed, ann, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBe('UnknownExhibit');
    expect(does(filed, ann, 'ADD_EVIDENCE', { file: ['letter'] })).toBeUndefined();
    expect(numbers(filed)).toEqual(['A-1', 'A-2']);
    expect(does(filed, ann, 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: ['x'] })).toBe('ExhibitWithdrawn');
    expect(does(filed, ann, 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'x' })).toBe('ExhibitWithdrawn');
  });

  it('stays open to read where the definition says so', () => {
    const open = aPlay(
      [...answered, adds(ann, 'letter')],
      undefined,
      withEvidence(depositDispute, { staysReadable: true }),
    );
    expect(does(open, ann, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBeUndefined();
    expect(facts(open, 'DocumentsFiled')).toEqual([]);
  });

  it('is moved by its own party alone', () => {
    const filed = play([...answered, adds(ann, 'a')]);
    expect(does(filed, ben, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBe('UnknownExhibit');
    expect(does(filed, ben, 'REPLACE_EVIDENCE', { exhibit: 'A-1', file: ['b'] })).toBe('UnknownExhibit');
    expect(does(filed, ben, 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'b' })).toBe('UnknownExhibit');
    expect(does(filed, 'facilitator', 'ADD_EVIDENCE', { file: ['b'] })).toBe('NotYours');
  });

  it('is closed when its time is over, in the words of the definition', () => {
    const filed = play([...answered, adds(ann, 'a')]);
    expect(does(filed, 'facilitator', 'GO_TO_DECISION')).toBeUndefined();
    expect(does(filed, ann, 'ADD_EVIDENCE', { file: ['b'] })).toBe('NotInThisState');
    expect(filed.trace.at(-1)?.detail?.says).toEqual({
      en: 'Evidence is closed.',
      fr: 'Il est trop tard pour des preuves.',
    });
    expect(does(filed, ann, 'WITHDRAW_EVIDENCE', { exhibit: 'A-1' })).toBe('NotInThisState');
    expect(does(filed, ann, 'DESCRIBE_EVIDENCE', { exhibit: 'A-1', description: 'x' })).toBe('NotInThisState');
  });

  it('is numbered without gaps on each side, and no number is ever given twice', () => {
    const sides = ['applicant-1', 'applicant-2', 'respondent-1', 'respondent-2'] as const;
    const act = fc.record({
      as: fc.constantFrom(...sides),
      how: fc.constantFrom(
        'ADD_EVIDENCE',
        'ADD_EVIDENCE',
        'ADD_EVIDENCE',
        'REPLACE_EVIDENCE',
        'DESCRIBE_EVIDENCE',
        'WITHDRAW_EVIDENCE',
      ),
      which: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const the = play([...bothAnswered], { applicant: 2, respondent: 2 });
        const seen = new Map<string, string>();
        const said = new Map<string, readonly string[]>();
        acts.forEach(({ as, how, which }, index) => {
          const own = (caseOf(the).exhibits ?? []).filter(({ party }) => party === as);
          const exhibit = own[which % Math.max(1, own.length)]?.number ?? 'A-9';
          does(the, as, how, {
            ...(how === 'ADD_EVIDENCE' ? {} : { exhibit }),
            ...(how === 'ADD_EVIDENCE' || how === 'REPLACE_EVIDENCE' ? { file: [`f${index}`] } : {}),
            ...(how === 'WITHDRAW_EVIDENCE' ? {} : { description: `words ${index % 3}` }),
          });
          for (const one of caseOf(the).exhibits ?? []) {
            // Whatever was said of it once can be read for ever.
            const words = [...(one.earlier ?? []), one].map(({ description = '' }) => description);
            const before = said.get(one.id) ?? [];
            expect(words.slice(0, before.length)).toEqual(before);
            said.set(one.id, words);
            expect(seen.get(one.number) ?? one.id).toBe(one.id);
            seen.set(one.number, one.id);
          }
        });
        const all = caseOf(the).exhibits ?? [];
        expect(seen.size).toBe(all.length);
        for (const side of sides) {
          const own = all.filter(({ party }) => party === side).map(({ number }) => Number(number.split('-')[1]));
          expect(own).toEqual(own.map((_, index) => index + 1));
        }
        for (const one of all) expect(one.withdrawn !== undefined).toBe(exhibitStatus(one) === 'withdrawn');
      }),
      { numRuns: 40 },
    );
  });
});
