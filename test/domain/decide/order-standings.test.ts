import { describe, expect, it } from 'vitest';
import { depositWithOrders } from '../../a-deposit-with-orders.ts';
import { processFor } from '../../a-process.ts';
import { answered, aPlay, caseOf, does, facts } from './a-play.ts';

const definition = depositWithOrders();
const forMember = [
  ...answered,
  { as: 'facilitator', do: 'GO_TO_DECISION' },
  { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'mia' } },
];
const ruling = { reasons: 'The carpet.', terms: 'Pay $800.', amount: 80_000 };

/** An order was made; then these things were done. */
function ordered(...events: readonly string[]) {
  const play = aPlay(forMember, undefined, definition);
  for (const event of ['DECIDE', ...events])
    expect(
      does(play, event === 'FOLLOWED' ? 'applicant' : 'member', event, /DECIDE|CORRECT/.test(event) ? ruling : {}),
    ).toBeUndefined();
  return play;
}

const standings = (play: ReturnType<typeof ordered>) => caseOf(play).orders?.map(({ standing }) => standing);

describe('an order', () => {
  it('is in force from when it was issued', () => {
    const play = ordered();
    expect(caseOf(play).orders).toEqual([
      { id: facts(play, 'OrderIssued')[0]?.id, order: 'final', chart: 'case', standing: 'in-force' },
    ]);
    expect(facts(play, 'OrderMoved')).toEqual([]);
  });

  it('that was cancelled, or followed, is in force no more', () => {
    const cancelled = ordered('CANCEL');
    const { lastOrder } = caseOf(cancelled);
    expect(facts(cancelled, 'OrderMoved')).toEqual([{ kind: 'OrderMoved', order: lastOrder, standing: 'cancelled' }]);
    expect([standings(cancelled), standings(ordered('FOLLOWED'))]).toEqual([['cancelled'], ['satisfied']]);
  });

  it('that another replaces names the one that stands in its place', () => {
    const play = ordered('CORRECT');
    const [first, second] = facts(play, 'OrderIssued', 'all');
    expect(facts(play, 'OrderMoved')).toEqual([
      { kind: 'OrderMoved', order: first?.id, standing: 'replaced', replacedBy: second?.id },
    ]);
    expect(standings(play)).toEqual(['replaced', 'in-force']);
  });

  it('ends once: what was cancelled is not followed later', () => {
    const play = ordered('CANCEL', 'DECIDE', 'CORRECT', 'FOLLOWED');
    expect(standings(play)).toEqual(['cancelled', 'replaced', 'satisfied']);
    expect(facts(play, 'OrderMoved', 'all').map(({ standing }) => standing)).toEqual([
      'cancelled',
      'replaced',
      'satisfied',
    ]);
  });

  it('from before the case was moved to a process that ends orders can be ended too', () => {
    const play = ordered();
    const { orders: _, ...before } = caseOf(play);
    play.theCase = before;
    expect(does(play, 'member', 'CORRECT', ruling)).toBeUndefined();
    expect(facts(play, 'OrderMoved')).toMatchObject([{ order: before.lastOrder, standing: 'replaced' }]);
    expect(standings(play)).toEqual(['replaced', 'in-force']);
    expect(does(play, 'member', 'CANCEL')).toBeUndefined();
    expect(standings(play)).toEqual(['replaced', 'cancelled']);
  });

  it('is not kept where nothing can end one: those cases are as they always were', () => {
    const play = aPlay([...forMember, { as: 'member', do: 'DECIDE', form: ruling }]);
    expect(caseOf(play)).not.toHaveProperty('orders');
    expect([processFor().endsOrders, processFor(definition).endsOrders]).toEqual([false, true]);
  });
});
