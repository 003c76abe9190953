import { describe, expect, it } from 'vitest';
import type { Guard } from '../../src/domain/definition/chart-schema.ts';
import { definitionSchema } from '../../src/domain/definition/schema.ts';
import { compileChart } from '../../src/domain/process/compile-chart.ts';
import type { Environment } from '../../src/domain/process/environment.ts';
import { evaluatorOf } from '../../src/domain/process/evaluator.ts';
import { type ChartState, stepChart } from '../../src/domain/statechart.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { calendar } from '../a-process.ts';

const guards = {
  yes: 'true',
  no: 'false',
  cannotTell: 'data.application.amount > 5',
};
const evaluate = evaluatorOf(definitionSchema.parse(depositDispute), () => calendar('ca-bc'));
/** A case of nobody, in which nothing has been answered. */
const nothingAnswered: Environment = {
  data: {},
  party: undefined,
  parties: [],
  actor: { id: '', role: 'time', party: '' },
  event: { type: 'GO' },
  fees: {},
  offer: { open: false, accepted: false, expired: false, amount: 0, terms: '' },
  bidding: { proposed: false, open: false, round: 0, bids: 0 },
  stage: '',
  waiting: [],
  at: '2026-03-02T17:00:00.000Z',
  writes: [],
};

function letsThrough(guard: Guard): boolean {
  const chart = { initial: 'before', states: { before: { on: { GO: { target: 'after', guard } } }, after: {} } };
  const before: ChartState = { value: 'before', done: false };
  return (
    stepChart(compileChart(chart, guards, evaluate), before, { type: 'GO' }, nothingAnswered)?.state.value === 'after'
  );
}

describe('the guard of a transition', () => {
  it.each([
    'yes',
    { not: 'no' },
    { not: { not: 'yes' } },
    { all: ['yes', { not: 'no' }] },
    { any: ['no', 'cannotTell', 'yes'] },
    { not: { any: ['no', { not: 'yes' }] } },
    { not: { all: ['cannotTell', 'no'] } },
  ] as Guard[])('lets through: %j', (guard) => {
    expect(letsThrough(guard)).toBe(true);
  });

  it.each(['no', { not: 'yes' }, { all: ['yes', 'no'] }, { not: { any: ['no', 'yes'] } }] as Guard[])(
    'refuses: %j',
    (guard) => {
      expect(letsThrough(guard)).toBe(false);
    },
  );

  it.each([
    'cannotTell',
    { not: 'cannotTell' },
    { not: { not: 'cannotTell' } },
    { not: { all: ['yes', 'cannotTell'] } },
    { not: { any: ['no', 'cannotTell'] } },
    { all: [{ not: 'cannotTell' }, 'yes'] },
  ] as Guard[])('refuses when it cannot be evaluated, also under not: %j', (guard) => {
    expect(letsThrough(guard)).toBe(false);
  });
});
