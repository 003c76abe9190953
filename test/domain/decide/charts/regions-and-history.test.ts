import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, does } from '../a-play.ts';
import { aChartedProcess, replayed, states } from './a-charted-process.ts';

describe('a chart of several regions', () => {
  const definition = aChartedProcess({
    initial: 'work',
    states: {
      work: {
        type: 'parallel',
        onDone: 'over',
        states: {
          b: {
            meta: { stage: 'response' },
            initial: 'two',
            states: { two: { on: { ON: 'done' } }, done: { type: 'final' } },
          },
          a: { initial: 'one', states: { one: { on: { GO: 'done' } }, done: { type: 'final' } } },
        },
      },
      over: { type: 'final', meta: { stage: 'closed' } },
    },
  });

  it('is named by all its leaves, and in the stage of the first region that has one', () => {
    const play = aPlay([], undefined, definition);
    expect(states(play)[0]).toBe('work.a.one+work.b.two');
    expect(caseOf(play).stage).toBe('response');
  });

  it('is over when all of them are', () => {
    const play = aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition);
    expect(states(play)[0]).toBe('work.a.done+work.b.two');
    does(play, 'registrar', 'ON');
    expect(caseOf(play)).toMatchObject({ status: 'closed', stage: 'closed' });
    expect(JSON.parse(replayed(play)).chart).toEqual(caseOf(play).chart);
  });
});

describe('a chart that remembers', () => {
  const definition = aChartedProcess({
    initial: 'work',
    states: {
      work: {
        initial: 'one',
        states: {
          one: { on: { GO: 'two' }, after: { submitWindow: 'two' } },
          two: { initial: 'x', states: { x: { on: { ON: 'y' } }, y: {} } },
          last: { type: 'history' },
        },
        on: { BACK: 'pause' },
      },
      pause: { on: { GO: 'work.last' } },
    },
  });

  it('comes back to where it was, also after the journal was replayed', () => {
    const play = aPlay(
      [
        { as: 'registrar', do: 'GO' },
        { as: 'registrar', do: 'BACK' },
      ],
      undefined,
      definition,
    );
    expect(states(play)[0]).toBe('pause');
    expect(JSON.stringify(caseOf(play).chart.history)).toContain('two');
    play.theCase = JSON.parse(replayed(play));
    does(play, 'registrar', 'GO');
    expect(states(play)[0]).toBe('work.two.x');
  });

  it('sets the deadlines of where it comes back to anew', () => {
    const play = aPlay([{ as: 'registrar', do: 'BACK' }, { advance: 'P2D' }], undefined, definition);
    expect(caseOf(play).deadlines).toEqual([]);
    does(play, 'registrar', 'GO');
    expect(caseOf(play).deadlines.map(({ name, localDate }) => [name, localDate])).toEqual([
      ['submitWindow', '2026-04-03'],
    ]);
  });
});
