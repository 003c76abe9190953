import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../../src/domain/refusal.ts';
import { startPlay } from '../../../../src/domain/rehearsal/simulate.ts';
import { processFor } from '../../../a-process.ts';
import { aPlay, caseOf, does, facts, passes } from '../a-play.ts';
import { aChartedProcess, states } from './a-charted-process.ts';

describe('a chart that goes on by itself', () => {
  it('for ever is refused when an event sets it off, and when the case opens; time is recorded, and the registry told', () => {
    const circle = { a: { always: 'b' }, b: { always: 'a' } };
    const byEvent = aPlay(
      [],
      undefined,
      aChartedProcess({ initial: 'one', states: { one: { on: { GO: 'a' } }, ...circle } }),
    );
    expect(does(byEvent, 'registrar', 'GO')).toBe('EngineLimit');
    const byTime = aPlay(
      [],
      undefined,
      aChartedProcess({ initial: 'one', states: { one: { after: { submitWindow: 'a' } }, ...circle } }),
    );
    passes(byTime, 'P31D');
    expect(facts(byTime, 'DeadlineEnded')).toMatchObject([{ name: 'submitWindow', how: 'expired' }]);
    expect(facts(byTime, 'TaskOpened')).toMatchObject([
      { task: 'process-stuck', queue: 'registrar', priority: 'high' },
    ]);
    expect(caseOf(byTime)).toMatchObject({
      chart: { value: 'one' },
      deadlines: [],
      lapsed: [{ name: 'submitWindow' }],
    });
    const { theCase } = startPlay(processFor(aChartedProcess({ initial: 'a', states: circle })), {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
    });
    expect(theCase).toBeUndefined();
  });

  it('passes through states without staying in their stage', () => {
    const definition = aChartedProcess({
      initial: 'one',
      states: {
        one: { meta: { stage: 'intake' }, on: { GO: 'asked' } },
        asked: { meta: { stage: 'response' }, always: 'two' },
        two: { meta: { stage: 'intake' } },
      },
    });
    const play = aPlay([{ advance: 'P3D' }, { as: 'registrar', do: 'GO' }], undefined, definition);
    expect(caseOf(play)).toMatchObject({ stage: 'intake', stageSince: '2026-03-02T17:00:00.000Z' });
  });

  it('as its guards say, seeing what it has just written', () => {
    const definition = aChartedProcess(
      {
        initial: 'one',
        states: {
          one: {
            on: { GO: { actions: [{ type: 'set', path: 'data.note.count', value: '1' }] } },
            always: { guard: 'counted', target: 'two' },
          },
          two: {},
        },
      },
      undefined,
      { guards: { counted: 'data.note.count >= 1' } },
    );
    const play = aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition);
    expect(states(play)[0]).toBe('two');
    expect(caseOf(play).data.note).toEqual({ count: 1 });
  });
});

describe('a deadline that sets itself again for ever', () => {
  it('ends a simulation with a refusal, not with the machine', () => {
    const definition = aChartedProcess(
      { initial: 'a', states: { a: { after: { soon: 'b' } }, b: { after: { soon: 'a' } } } },
      undefined,
      { deadlines: { soon: { count: 0, unit: 'hours', why: { en: 'At once.' } } } },
    );
    const play = startPlay(processFor(definition), {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
    });
    passes(play, 'P1Y');
    expect(play.trace.at(-1)).toMatchObject({ refused: 'EngineLimit' });
    expect(play.trace.length).toBeLessThan(6_000);
    expect(isRefusal(play.trace.at(-1)?.detail)).toBe(true);
  });
});
