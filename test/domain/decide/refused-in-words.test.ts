import { describe, expect, it } from 'vitest';
import type { Guard } from '../../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { playStep } from '../../../src/domain/rehearsal/simulate.ts';
import { aPlay, changed, claim, does, issued, submitted, wasServed } from './a-play.ts';

const said = (play: ReturnType<typeof aPlay>) => play.trace.findLast(({ refused }) => refused)?.detail;
const words = (en: string) => ({ en, fr: en });

/** The registrar may issue the notice of a claim by a guard made of `yes`, `no` and `lost`, which cannot be answered. */
function issuedBy(guard: Guard, refusals: DefinitionInput['refusals']) {
  const definition = changed(({ guards, chart }) => ({
    guards: {
      ...guards,
      yes: 'true',
      no: 'false',
      lost: 'data.response.reasons == ""',
    },
    refusals,
    chart: JSON.parse(
      JSON.stringify(chart).replace(JSON.stringify({ all: ['withinLimit', 'paid'] }), JSON.stringify(guard)),
    ),
  }));
  const play = aPlay(submitted, undefined, definition);
  does(play, 'registrar', 'ISSUE_NOTICE');
  return said(play);
}

const refusals = { yes: words('yes'), no: words('no'), '!yes': words('not yes'), '!no': words('not no') };

describe('an event that a guard refuses', () => {
  it('is refused in the words that the definition has for that guard', () => {
    const play = aPlay(submitted);
    expect(does(play, 'registrar', 'ISSUE_NOTICE')).toBe('GuardRefused');
    expect(said(play)).toEqual({
      refused: 'GuardRefused',
      facts: { event: 'ISSUE_NOTICE' },
      says: { en: 'The fee has not been paid yet.', fr: 'Les frais ne sont pas encore payés.' },
    });
  });

  it.each<[string, Guard, string | undefined]>([
    ['the guard itself', 'no', 'no'],
    ['the one of several that all must hold', { all: ['yes', 'no'] }, 'no'],
    ['the first, where none of several holds', { any: ['no', { not: 'yes' }] }, 'no'],
    ['the denied one', { not: 'yes' }, 'not yes'],
    ['the denied one of a combination', { all: ['yes', { not: { any: ['no', 'yes'] } }] }, 'not yes'],
    ['one of those that may not all hold', { not: { all: ['yes', 'yes'] } }, 'not yes'],
    ['the outer one of two denials', { all: [{ not: { not: 'yes' } }, { not: { not: 'no' } }] }, 'no'],
    ['nothing, where nothing is said of the guard', { not: { not: 'withinLimit' } }, undefined],
  ])('names %s', (_, guard, expected) => {
    expect(issuedBy(guard, refusals)?.says?.en).toBe(expected);
  });

  it('says nothing of guards that hold', () => {
    expect(issuedBy({ all: ['yes', 'lost'] }, { yes: words('yes') })?.says).toBeUndefined();
  });

  it('says of a guard that cannot be answered what it says where it fails, asked or denied', () => {
    expect(issuedBy('lost', { lost: words('lost') })?.says?.en).toBe('lost');
    expect(issuedBy({ not: 'lost' }, { '!lost': words('found') })?.says?.en).toBe('found');
  });

  it('is told so after its answers were read, where the guard reads them', () => {
    const definition = changed(({ guards, chart }) => ({
      guards: { ...guards, small: 'event.amount <= 1000' },
      refusals: { small: words('Too much.') },
      chart: JSON.parse(
        JSON.stringify(chart).replace('"SUBMIT":"review"', '"SUBMIT":{"target":"review","guard":"small"}'),
      ),
    }));
    const play = aPlay([], undefined, definition);
    expect(does(play, 'applicant', 'SUBMIT', claim)).toBe('GuardRefused');
    expect(said(play)?.says).toEqual(words('Too much.'));
    expect(does(play, 'applicant', 'SUBMIT', { ...claim, amount: 1_000 })).toBeUndefined();
  });

  it('hears of the inner state before the state around it, and of each transition in turn', () => {
    const definition = changed(({ guards, chart }) => ({
      guards: { ...guards, inner: 'false', outer: 'false' },
      refusals: { inner: words('inner'), outer: words('outer') },
      chart: JSON.parse(
        JSON.stringify(chart)
          .replace('{"all":["withinLimit","paid"]}', '"inner"')
          .replace('"on":{"WITHDRAW"', '"on":{"ISSUE_NOTICE":{"guard":"outer"},"WITHDRAW"'),
      ),
    }));
    const play = aPlay(submitted, undefined, definition);
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(said(play)?.says?.en).toBe('inner');
  });

  it('hears of a guard of its party’s own chart', () => {
    const definition = changed(({ guards, partyCharts }) => ({
      guards: { ...guards, early: 'event.servedOn < "2026-01-01"' },
      refusals: { early: words('Not so late.') },
      partyCharts: JSON.parse(
        JSON.stringify(partyCharts).replace('"RECORD_SERVICE":{', '"RECORD_SERVICE":{"guard":"early",'),
      ),
    }));
    const play = aPlay(issued, undefined, definition);
    const form = { servedOn: '2026-03-02', method: 'inPerson' };
    playStep(play, { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-1', form });
    expect(said(play)?.says).toEqual(words('Not so late.'));
  });
});

describe('an event whose own condition does not hold', () => {
  it('is refused in the words that stand beside it', () => {
    const play = aPlay(issued);
    expect(does(play, 'respondent-1', 'FILE_RESPONSE', { position: 'agree' })).toBe('NotNow');
    expect(said(play)?.says?.fr).toBe('Vous pouvez répondre une fois, après la remise.');
  });

  it('is refused without them where the condition holds, and the case is elsewhere', () => {
    const definition = changed(({ events }) => ({
      events: {
        ...events,
        WITHDRAW: { title: words('Withdraw'), by: ['applicant'] },
        PAY: {
          title: words('Pay'),
          by: ['applicant'],
          pays: 'application',
          when: 'true',
          otherwise: words('Not now.'),
        },
      },
    }));
    const play = aPlay(issued, undefined, definition);
    expect(does(play, 'applicant', 'PAY')).toBe('NotNow');
    expect(said(play)?.says).toBeUndefined();
  });

  it('is told the time that has run out, rather than the condition', () => {
    const play = aPlay([...wasServed, { advance: 'P15D' }]);
    expect(does(play, 'respondent-1', 'FILE_RESPONSE', { position: 'agree' })).toBe('ResponseOutOfTime');
    expect(said(play)?.says).toBeUndefined();
  });
});
