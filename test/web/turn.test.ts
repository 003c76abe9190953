import { describe, expect, it } from 'vitest';
import type { DeadlineView } from '../../src/app/case-view.ts';
import type { ActionView } from '../../src/app/queries/action-view.ts';
import { daysLeft } from '../../src/web/pages/case/days-left.ts';
import { firstStep, turnOf } from '../../src/web/pages/case/turn-of.ts';
import { currencySign } from '../../src/web/pages/forms/currency-sign.ts';
import { shortMoment } from '../../src/web/pages/moment-in-words.ts';
import { wordsFor } from '../../src/web/words.ts';

const date = (id: string, day: string): DeadlineView => {
  return { id, name: id, dueAt: `${day}T06:59:00.000Z`, localDate: day, zone: 'America/Vancouver', why: '' };
};
const action = (title: string, deadline?: DeadlineView): ActionView => {
  return { event: title, title, scope: 'party', form: { type: 'object' } as never, ...(deadline ? { deadline } : {}) };
};
const RESPONSE = date('response', '2026-03-17');
const LATER = date('service', '2026-04-01');

function turn(given: { own?: DeadlineView[]; all?: DeadlineView[]; actions?: ActionView[]; status?: 'closed' }) {
  const { own = [], all = own, actions = [], status = 'open' } = given;
  return turnOf({ theCase: { status, deadlines: all }, own, actions });
}

describe('whose turn it is', () => {
  it('is theirs who have one thing to do by one date', () => {
    const respond = action('Respond', RESPONSE);
    const found = turn({ own: [RESPONSE], actions: [respond, action('Write')] });
    expect(found).toEqual({ kind: 'own', action: respond, deadline: RESPONSE });
    expect(firstStep({ turn: found, actions: [respond] })).toBe(respond);
  });

  it('is theirs to choose who can do several things by a date, and no one of them stands out', () => {
    const actions = [action('Accept', RESPONSE), action('Decline', RESPONSE)];
    const found = turn({ own: [RESPONSE], actions });
    expect(found).toEqual({ kind: 'several', deadline: RESPONSE });
    expect(firstStep({ turn: found, actions })).toBeUndefined();
  });

  it('is theirs for whom the case waits, and not who could do something else besides until an earlier day', () => {
    const aside = { ...RESPONSE, party: 'ben' };
    expect(turn({ all: [aside, LATER] })).toEqual({ kind: 'waiting', deadline: LATER });
    expect(turn({ all: [aside] })).toEqual({ kind: 'waiting', deadline: aside });
  });

  it('names the first of several dates, also when nothing can be done about it', () => {
    const found = turn({ own: [RESPONSE, LATER], actions: [action('Serve', LATER)] });
    expect(found).toEqual({ kind: 'several', deadline: RESPONSE });
  });

  it('is another’s whose date alone runs, whatever else one could do', () => {
    expect(turn({ all: [RESPONSE], actions: [action('Withdraw')] })).toEqual({ kind: 'waiting', deadline: RESPONSE });
  });

  it('is theirs who have a step of their own, though another’s date runs', () => {
    const confirm = { ...action('Confirm'), party: 'p1' };
    const given = {
      theCase: { status: 'open', deadlines: [LATER] } as const,
      own: [],
      actions: [confirm, action('Write')],
    };
    const found = turnOf({ ...given, ownParties: ['p1'] });
    expect([found, firstStep({ ...given, ownParties: ['p1'], turn: found })]).toEqual([{ kind: 'able' }, confirm]);
    expect(turnOf({ ...given, ownParties: ['p2'] }).kind).toBe('waiting');
  });

  it('is said also where no date runs, and where the case is closed', () => {
    expect(turn({ actions: [action('Submit')] })).toEqual({ kind: 'able' });
    expect(turn({})).toEqual({ kind: 'nothing' });
    expect(turn({ own: [RESPONSE], status: 'closed' })).toEqual({ kind: 'closed' });
  });
});

describe('a date on a page', () => {
  const [en, fr] = [wordsFor('en'), wordsFor('fr')];

  it.each([
    ['2026-03-08T20:00:00.000Z', 'in 9 days'],
    ['2026-03-16T20:00:00.000Z', 'tomorrow'],
    ['2026-03-18T06:58:00.000Z', 'today'],
  ])('says how far off it is, by days of the tribunal: %s', (now, said) => {
    expect(daysLeft(RESPONSE, now, en)).toBe(said);
  });

  it('stands short in a line of many', () => {
    expect(shortMoment('2026-03-17T20:05:00.000Z', 'America/Vancouver', en)).toBe('17 March 2026, 1:05\u00a0p.m.');
    expect(shortMoment('2026-03-17T20:05:00.000Z', 'America/Vancouver', fr)).toBe('17 mars 2026, 13\u00a0h\u00a005');
    expect(shortMoment('2026-03-17T07:00:00.000Z', 'America/Vancouver', en)).toBe('17 March 2026');
  });
});

describe('a currency’s sign', () => {
  it('stands where the language puts it', () => {
    expect(currencySign('CAD', 'en')).toEqual({ prefix: '$' });
    expect(currencySign('CAD', 'fr')).toEqual({ suffix: '$' });
  });
});
