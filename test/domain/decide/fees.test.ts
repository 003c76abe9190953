import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { aPlay, caseOf, changed, claim, does, facts, passes, submitted } from './a-play.ts';

const amount = { title: { en: 'Payment' }, pages: [{ id: 'p', fields: [{ id: 'amount', type: 'number' as const }] }] };

/** The deposit dispute, in whose review the registrar can do these things too. */
function withReview(on: Record<string, unknown>, more: Partial<DefinitionInput> = {}): DefinitionInput {
  return changed(({ events, chart, forms }) => {
    const { intake } = chart.states ?? {};
    const review = { ...intake?.states?.review, on: { ...intake?.states?.review?.on, ...on } };
    return {
      forms: { ...forms, amount },
      events: {
        ...events,
        ...Object.fromEntries(Object.keys(on).map((event) => [event, { by: ['registrar'] }])),
        PAY: { by: ['applicant'], pays: 'application', form: 'amount' },
      },
      chart: {
        ...chart,
        states: { ...chart.states, intake: { ...intake, states: { ...intake?.states, review } } },
      } as DefinitionInput['chart'],
      ...more,
    };
  });
}

describe('a fee', () => {
  it('is charged to who files, at the amount that the answers just given make it', () => {
    const small = aPlay(submitted);
    expect(facts(small, 'FeeMoved')).toMatchObject([
      { fee: 'application', movement: 'charged', amount: 7_500, currency: 'CAD', party: 'applicant-1' },
    ]);
    const large = aPlay([{ as: 'applicant', do: 'SUBMIT', form: { ...claim, amount: 300_001 } }]);
    expect(facts(large, 'FeeMoved')).toMatchObject([{ amount: 12_500 }]);
  });

  it('is paid whole where no amount is named, and once', () => {
    const play = aPlay(submitted);
    expect(does(play, 'applicant', 'PAY')).toBeUndefined();
    expect(caseOf(play).fees.application).toMatchObject({ charged: 7_500, paid: 7_500, waived: 0, refunded: 0 });
    expect(does(play, 'applicant', 'PAY')).toBe('NothingToPay');
  });

  it('can be paid in parts, never more than is due, never less than a cent, never a broken one', () => {
    const play = aPlay(submitted, undefined, withReview({}));
    for (const wrong of [0, -1, 7_501, 0.5])
      expect(does(play, 'applicant', 'PAY', { amount: wrong })).toBe('NothingToPay');
    expect(does(play, 'applicant', 'PAY', { amount: 2_500 })).toBeUndefined();
    expect(does(play, 'applicant', 'PAY', { amount: 5_001 })).toBe('NothingToPay');
    expect(does(play, 'applicant', 'PAY')).toBeUndefined();
    expect(caseOf(play).fees.application?.paid).toBe(7_500);
  });

  it('is charged and paid at once by an event that does both, though its form has an amount of its own', () => {
    const definition = changed(({ events }) => ({
      events: {
        ...events,
        SUBMIT: { by: ['applicant'], form: 'application', fee: 'application', pays: 'application' },
      },
    }));
    const play = aPlay(submitted, undefined, definition);
    expect(facts(play, 'FeeMoved').map(({ movement, amount }) => [movement, amount])).toEqual([
      ['charged', 7_500],
      ['paid', 7_500],
    ]);
  });

  it('is waived as far as it is outstanding, and then nothing is left to pay', () => {
    const play = aPlay(
      submitted,
      undefined,
      withReview({ WAIVE: { actions: [{ type: 'waive', fee: 'application' }] } }),
    );
    does(play, 'applicant', 'PAY', { amount: 500 });
    does(play, 'registrar', 'WAIVE');
    expect(caseOf(play).fees.application).toMatchObject({ charged: 7_500, paid: 500, waived: 7_000, refunded: 0 });
    expect(does(play, 'applicant', 'PAY')).toBe('NothingToPay');
    does(play, 'registrar', 'WAIVE');
    expect(facts(play, 'FeeMoved')).toEqual([]);
  });

  it('is given back as far as it was paid, once', () => {
    const play = aPlay(
      submitted,
      undefined,
      withReview({ REFUND: { actions: [{ type: 'refund', fee: 'application' }] } }),
    );
    does(play, 'registrar', 'REFUND');
    expect(facts(play, 'FeeMoved')).toEqual([]);
    does(play, 'applicant', 'PAY', { amount: 500 });
    does(play, 'registrar', 'REFUND');
    expect(facts(play, 'FeeMoved')).toMatchObject([{ movement: 'refunded', amount: 500 }]);
    does(play, 'registrar', 'REFUND');
    expect(facts(play, 'FeeMoved')).toEqual([]);
  });

  it('of nothing leaves no line in the account', () => {
    const definition = withReview({}, { fees: { application: { amount: 0 } } });
    expect(facts(aPlay(submitted, undefined, definition), 'FeeMoved')).toEqual([]);
  });

  it('can be charged by the chart itself, when a date passes', () => {
    const definition = changed(({ chart }) => ({
      chart: {
        ...chart,
        states: {
          ...chart.states,
          intake: {
            ...chart.states?.intake,
            states: {
              ...chart.states?.intake?.states,
              draft: {
                after: { submitWindow: { target: 'review', actions: [{ type: 'charge', fee: 'application' }] } },
              },
            },
          },
        },
      } as DefinitionInput['chart'],
    }));
    const play = aPlay([], undefined, definition);
    passes(play, 'P31D');
    expect(caseOf(play).fees.application?.charged).toBe(7_500);
    expect(facts(play, 'FeeMoved')[0]).not.toHaveProperty('party');
  });
});
