import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, changed, claim, does, facts, fieldsRefused, partyIn, submitted, wasServed } from './a-play.ts';

describe('a form', () => {
  it('tells everything that is wrong with it at once, in the order of its questions', () => {
    const play = aPlay();
    expect(does(play, 'applicant', 'SUBMIT', { amount: 'much', colour: 'red' })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['colour', 'amount', 'what']);
    expect(caseOf(play).data).toEqual({});
  });

  it('takes no field that only JavaScript knows', () => {
    const play = aPlay();
    const hostile = JSON.parse(
      '{"amount": 1, "what": "x", "__proto__": {"polluted": true}, "constructor": "x", "toString": "x"}',
    );
    expect(does(play, 'applicant', 'SUBMIT', hostile)).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('needs the fields of its own, not those that every object has', () => {
    const definition = changed(({ forms, events }) => ({
      forms: {
        ...forms,
        odd: {
          title: { en: 'Odd' },
          pages: [{ id: 'odd', fields: [{ id: 'valueOf', type: 'text' as const, required: true }] }],
        },
      },
      events: { ...events, SUBMIT: { by: ['applicant'], form: 'odd' } },
    }));
    const play = aPlay([], undefined, definition);
    expect(does(play, 'applicant', 'SUBMIT', {})).toBe('InvalidForm');
    expect(does(play, 'applicant', 'SUBMIT', { valueOf: 'mine' })).toBeUndefined();
    expect(caseOf(play).data.odd).toEqual({ valueOf: 'mine' });
  });

  it('drops the answers to a page that is not shown, and asks for those of one that is', () => {
    const play = aPlay(wasServed);
    expect(does(play, 'respondent', 'FILE_RESPONSE', { position: 'disagree' })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['reasons']);
    expect(
      does(play, 'respondent', 'FILE_RESPONSE', { position: 'agree', reasons: 'But the carpet!' }),
    ).toBeUndefined();
    expect(partyIn(play, 'respondent-1').data.response).toEqual({ position: 'agree' });
  });

  it('is taken by an event that has none only when it is empty of meaning', () => {
    const play = aPlay(submitted);
    expect(does(play, 'applicant', 'PAY', { amount: 'anything' })).toBeUndefined();
    expect(caseOf(play).data).toEqual({ application: claim });
  });

  it('is asked again by the guards, which may read its answers', () => {
    const definition = changed(({ guards, chart }) => ({
      guards: { ...guards, small: 'event.amount <= 1000' },
      chart: {
        ...chart,
        states: {
          ...chart.states,
          intake: {
            ...chart.states?.intake,
            states: {
              ...chart.states?.intake?.states,
              draft: { on: { SUBMIT: { target: 'review', guard: 'small' } } },
            },
          },
        },
      },
    }));
    const play = aPlay([], undefined, definition);
    expect(does(play, 'applicant', 'SUBMIT', claim)).toBe('GuardRefused');
    expect(caseOf(play)).toMatchObject({ data: {}, fees: {}, version: 1 });
    expect(does(play, 'applicant', 'SUBMIT', { ...claim, amount: 1_000 })).toBeUndefined();
  });

  it('keeps what was answered last', () => {
    const definition = changed(({ events }) => ({
      events: { ...events, SUBMIT: { by: ['applicant'], form: 'application' } },
    }));
    const play = aPlay([], undefined, definition);
    does(play, 'applicant', 'SUBMIT', { ...claim, bank: '001' });
    expect(caseOf(play).data.application).toEqual({ ...claim, bank: '001' });
  });
});

describe('a file in a form', () => {
  const withFile = changed(({ forms, events }) => ({
    forms: {
      ...forms,
      application: {
        title: { en: 'Claim' },
        pages: [
          {
            id: 'files',
            fields: [
              { id: 'lease', type: 'file' as const, maxFiles: 3 },
              { id: 'bankPaper', type: 'file' as const, access: 'sealed' as const },
              { id: 'note', type: 'file' as const, privileged: true },
            ],
          },
        ],
      },
    },
    events: { ...events, SUBMIT: { by: ['applicant'], form: 'application' } },
  }));

  it('is filed for whoever may read its field', () => {
    const play = aPlay([], undefined, withFile);
    does(play, 'applicant', 'SUBMIT', { lease: ['a', 'b'], bankPaper: 'c', note: 'd' });
    expect(facts(play, 'DocumentsFiled').map(({ documents, audience }) => [documents, audience])).toEqual([
      [['a', 'b'], 'case'],
      [['c'], 'sealed'],
      [['d'], 'room'],
    ]);
  });
});

describe('any answers at all', () => {
  it('are recorded as JSON or refused, and nothing else happens', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(-0, Number.NaN, Number('1e309'), 12, 'text', '\u202e', '2026-03-02'),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('amount', 'what', 'bank', '__proto__', 'constructor', 'type'), value),
        (form) => {
          const play = aPlay();
          const refused = does(play, 'applicant', 'SUBMIT', form);
          expect([undefined, 'InvalidForm']).toContain(refused);
          expect(JSON.parse(JSON.stringify(play.theCase))).toStrictEqual(play.theCase);
        },
      ),
      { numRuns: 150 },
    );
  });
});
