import { describe, expect, it } from 'vitest';
import { startPlay } from '../../../../src/domain/rehearsal/simulate.ts';
import { processFor } from '../../../a-process.ts';
import { aPlay, does } from '../a-play.ts';
import { aChartedProcess, states } from './a-charted-process.ts';

describe('charts that tell each other', () => {
  it('to move come to rest in the order in which they were told', () => {
    const definition = aChartedProcess(
      {
        initial: 'one',
        states: {
          one: { on: { GO: { target: 'two', actions: [{ type: 'tell', to: 'respondent', event: 'CALL' }] } } },
          two: { on: { HEARD: 'three' } },
          three: { on: { HEARD: 'four' } },
          four: {},
        },
      },
      {
        initial: 'waiting',
        states: {
          waiting: {
            on: {
              CALL: {
                target: 'called',
                actions: [
                  { type: 'tell', to: 'case', event: 'HEARD' },
                  { type: 'tell', to: 'party', event: 'DOWN' },
                ],
              },
            },
          },
          called: { on: { DOWN: 'down' } },
          down: {},
        },
      },
    );
    const play = aPlay([{ as: 'registrar', do: 'GO' }], { applicant: 1, respondent: 2 }, definition);
    expect(states(play)).toEqual(['four', 'down', 'down']);
    expect(play.decisions).toHaveLength(2);
  });

  it('to move without end are refused, and nothing has happened', () => {
    const definition = aChartedProcess(
      {
        initial: 'one',
        states: {
          one: {
            on: {
              GO: { actions: [{ type: 'tell', to: 'respondent', event: 'PING' }] },
              PONG: { actions: [{ type: 'tell', to: 'respondent', event: 'PING' }] },
            },
          },
        },
      },
      { initial: 'a', states: { a: { on: { PING: { actions: [{ type: 'tell', to: 'case', event: 'PONG' }] } } } } },
    );
    const play = aPlay([], undefined, definition);
    const before = JSON.stringify(play.theCase);
    expect(does(play, 'registrar', 'GO')).toBe('EngineLimit');
    expect(JSON.stringify(play.theCase)).toBe(before);
  });

  it('by their changes alone, for ever, are refused too', () => {
    const definition = aChartedProcess(
      {
        initial: 'one',
        states: { one: { on: { PARTY_CHANGED: { actions: [{ type: 'tell', to: 'respondent', event: 'TURN' }] } } } },
      },
      { initial: 'a', states: { a: { on: { MOVE: 'b', TURN: 'b' } }, b: { on: { TURN: 'a' } } } },
    );
    const { theCase, trace } = startPlay(processFor(definition), {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
    });
    expect(theCase).toBeUndefined();
    expect(trace[0]?.refused).toBe('EngineLimit');
  });

  it('about nothing that anybody waits for change nothing', () => {
    const definition = aChartedProcess({
      initial: 'one',
      states: {
        one: {
          on: {
            GO: {
              actions: [
                { type: 'tell', to: 'applicant', event: 'CALL' },
                { type: 'tell', to: 'respondent', event: 'UNKNOWN' },
                { type: 'tell', to: 'case', event: 'UNKNOWN' },
                { type: 'tell', to: 'party', event: 'X' },
              ],
            },
          },
        },
      },
    });
    const play = aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition);
    expect(states(play)).toEqual(['one', 'waiting']);
  });
});
