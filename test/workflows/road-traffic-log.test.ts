import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { processOf, shippedDefinition } from './shipped.ts';
import { type LogEvent, readTraces, type Trace } from './xes-traces.ts';

/**
 * The real log of a road-traffic fine process (de Leoni and Mannhardt, 4TU), replayed against the shipped definition. It is
 * not part of the project: the tests look for it beside the checkout.
 */
const LOG = new URL('../../../shared/data/roadtraffic100traces.xes', import.meta.url);

/** Paid in full on the sixtieth day, which is in time; the police's own batch had added the penalty that midnight. */
const PAID_ON_THE_LAST_DAY = ['A43678'];

/** Paid in full before it was sent, and sent 50 days later all the same: why a paid fine stays open for 90 days. */
const SENT_AFTER_IT_WAS_PAID = 'N36957';

const DAY_MS = 86_400_000;
const process = processOf(shippedDefinition('traffic-fine'));

interface Replay {
  readonly trace: Trace;
  readonly play: Play;
  readonly refused: readonly string[];
}

function replay(trace: Trace): Replay {
  const play = startPlay(process, { start: trace.events[0]?.local ?? '', parties: { offender: 1 } });
  const refused: string[] = [];
  for (const event of trace.events) {
    if (event.name === 'Add penalty') continue;
    const seconds = (Date.parse(event.at) - Date.parse(play.now)) / 1000;
    if (seconds > 0) playStep(play, { advance: `PT${seconds}S` });
    const before = play.trace.length;
    playStep(play, stepOf(event, trace));
    const answer = play.trace[before]?.refused;
    if (answer) refused.push(`${trace.id}: ${event.name} on ${event.local.slice(0, 10)}: ${answer}`);
  }
  return { trace, play, refused };
}

/** What the log calls each event → what the definition calls it, and the answers that the log gives. */
function stepOf(event: LogEvent, trace: Trace): Parameters<typeof playStep>[1] {
  const registrar = (type: string, form?: Record<string, unknown>) => ({
    as: 'registrar',
    do: type,
    ...(form ? { form } : {}),
  });
  const on = event.local.slice(0, 10);
  switch (event.name) {
    case 'Create Fine':
      return registrar('CREATE_FINE', {
        amount: event.cents('amount'),
        maximum: maximumOf(trace),
        article: event.text('article'),
      });
    case 'Send Fine':
      return registrar('SEND_FINE', { expense: event.cents('expense') });
    case 'Insert Fine Notification':
      return registrar('INSERT_NOTIFICATION', { notifiedOn: on });
    case 'Payment':
      return { as: 'offender', do: 'PAY', form: { amount: event.cents('paymentAmount') } };
    case 'Insert Date Appeal to Prefecture':
      return registrar('INSERT_APPEAL_DATE', { appealedOn: on });
    case 'Send Appeal to Prefecture':
      return registrar('SEND_APPEAL');
    case 'Receive Result Appeal from Prefecture':
      return registrar('RECEIVE_RESULT', { result: 'rejected', reasons: 'The log does not say why.' });
    case 'Notify Result Appeal to Offender':
      return registrar('NOTIFY_RESULT');
    case 'Send for Credit Collection':
      return registrar('SEND_FOR_CREDIT_COLLECTION');
    default:
      throw new Error(`the log has an event that the definition does not: ${event.name}`);
  }
}

/** The log gives the penalised amount, which by law is half of the offence's maximum (Codice della strada, art. 203). */
function maximumOf(trace: Trace): number {
  const penalty = trace.events.find(({ name }) => name === 'Add penalty');
  return penalty ? 2 * penalty.cents('amount') : 4 * (trace.events[0]?.cents('amount') ?? 0);
}

const penaltyAddedIn = ({ play }: Replay) => play.trace.find(({ event }) => event === 'deadline penaltyWindow');

describe.skipIf(!existsSync(LOG))('a hundred real traffic fines, played through the shipped definition', () => {
  const traces = existsSync(LOG) ? readTraces(readFileSync(LOG, 'utf8')) : [];
  const replays = traces.map(replay);
  const named = (trace: Trace, name: string) => trace.events.find((event) => event.name === name);
  const penalised = replays.filter(({ trace }) => named(trace, 'Add penalty'));

  it('are all there', () => {
    expect(traces).toHaveLength(100);
    expect(traces.flatMap(({ events }) => events)).toHaveLength(390);
  });

  it('take every event of every trace, at its own time', () => {
    expect(replays.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('get their penalty from the deadline, within a day of the date in the log', () => {
    expect(penalised).toHaveLength(57);
    for (const one of penalised) {
      if (PAID_ON_THE_LAST_DAY.includes(one.trace.id)) continue;
      const logged = Date.parse(named(one.trace, 'Add penalty')?.at ?? '');
      const added = Date.parse(penaltyAddedIn(one)?.at ?? '');
      expect(Math.abs(added - logged), one.trace.id).toBeLessThanOrEqual(DAY_MS);
    }
  });

  it('get it on the date in the log: the last day to pay is the day that the log names', () => {
    const lastDays = penalised.map(({ play, trace }) => {
      const window = play.decisions.flatMap(({ facts }) =>
        facts.flatMap((fact) =>
          fact.kind === 'DeadlineSet' && fact.deadline.name === 'penaltyWindow' ? [fact.deadline.localDate] : [],
        ),
      );
      return [trace.id, window.at(-1), named(trace, 'Add penalty')?.local.slice(0, 10)] as const;
    });
    for (const [id, ours, theirs] of lastDays) expect(ours, id).toBe(theirs);
  });

  it('owe no penalty when they are paid in full on the sixtieth day', () => {
    for (const id of PAID_ON_THE_LAST_DAY) {
      const one = replays.find(({ trace }) => trace.id === id);
      expect(one && penaltyAddedIn(one)).toBeUndefined();
      expect(one?.play.trace.at(-1)?.state).toBe('paid');
    }
  });

  it('still owe the cost of a letter that crossed with their payment', () => {
    const one = replays.find(({ trace }) => trace.id === SENT_AFTER_IT_WAS_PAID);
    expect(one?.play.theCase?.status).toBe('open');
    expect(one?.play.theCase?.data.ledger).toMatchObject({ due: 3_951, paid: 3_280 });
  });

  it('owe after the penalty what the log says', () => {
    for (const one of penalised.filter(penaltyAddedIn)) {
      const { trace, play } = one;
      const due =
        (named(trace, 'Add penalty')?.cents('amount') ?? 0) + (named(trace, 'Send Fine')?.cents('expense') ?? 0);
      expect(play.theCase?.data.ledger?.due, trace.id).toBe(due);
    }
  });

  it('count sixty days of the calendar where only 59 days and 23 hours went by: the clocks went forward between', () => {
    const elapsed = penalised.map(
      ({ trace }) =>
        (Date.parse(named(trace, 'Add penalty')?.at ?? '') -
          Date.parse(named(trace, 'Insert Fine Notification')?.at ?? '')) /
        DAY_MS,
    );
    const short = elapsed.filter((days) => days < 60);
    expect(short).toHaveLength(2);
    for (const days of short) expect(days).toBeCloseTo(60 - 1 / 24, 6);
  });

  it('end where the log leaves them', () => {
    const ended = (name: string) => replays.filter(({ trace }) => trace.events.at(-1)?.name === name);
    for (const { play, trace } of ended('Send for Credit Collection')) {
      expect(play.theCase?.outcome, trace.id).toBe('transferred');
    }
    for (const { play, trace } of ended('Send Fine')) expect(play.theCase?.status, trace.id).toBe('open');
  });
});
