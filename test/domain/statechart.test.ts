import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, initialTransition, transition } from 'xstate';
import { environmentOf } from '../../src/domain/process/environment.ts';
import { type ChartState, canTake, isIn, startChart, statePath, stepChart } from '../../src/domain/statechart.ts';
import { processFor } from '../a-process.ts';
import { aCase } from './a-case.ts';

const process = processFor();
const environment = environmentOf(aCase(), {
  at: '2026-03-02T17:00:00.000Z',
  actor: { kind: 'engine' },
  party: 'respondent-1',
  event: { type: '' },
});
const events = [...Object.keys(process.definition.events), 'PARTY_CHANGED', 'NOTICE_ISSUED', 'SERVED'];

describe('the statechart adapter', () => {
  it.each([
    ['the case', process.machine],
    ['a respondent', process.partyMachines.respondent as AnyStateMachine],
  ])('takes the same steps for %s as the public function, whatever happens in whatever order', (_, machine) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 12 }), (types) => {
        const start = startChart(machine, environment);
        const [initial, first] = initialTransition(machine, environment as never);
        expect(start.state).toMatchObject({ value: initial.value, done: initial.status === 'done' });
        expect(start.actions).toEqual(first.map(({ type: name, params }) => ({ type: name, params })));
        let state: ChartState = start.state;
        for (const type of types) {
          const ours = stepChart(machine, state, { type }, environment);
          const snapshot = machine.resolveState({
            value: state.value,
            context: environment,
            status: state.done ? 'done' : 'active',
          } as never);
          const [next, actions] = transition(machine, snapshot, { type });
          expect(ours !== undefined).toBe(canTake(machine, state, { type }, environment));
          expect(ours?.state ?? state).toMatchObject({ value: next.value, done: next.status === 'done' });
          expect(ours?.actions ?? []).toEqual(actions.map(({ type: name, params }) => ({ type: name, params })));
          expect(ours?.context ?? environment).toEqual(next.context);
          state = ours?.state ?? state;
        }
      }),
    );
  });

  it('names the active leaf by its path, and regions together', () => {
    expect(statePath({ value: { intake: 'review' }, done: false })).toBe('intake.review');
    expect(statePath({ value: { talks: { joint: 'open', offers: 'none' } }, done: false })).toBe(
      'talks.joint.open+talks.offers.none',
    );
  });

  it('is in a state when it is there, below it, or the name is a part of the path', () => {
    const state = { value: { intake: { review: 'waiting' } }, done: false };
    expect(
      ['intake', 'intake.review', 'review', 'waiting', 'intake.review.waiting'].map((name) => isIn(state, name)),
    ).not.toContain(false);
    expect(['take', 'view', 'intake.waiting', 'wait'].map((name) => isIn(state, name))).not.toContain(true);
  });
});
