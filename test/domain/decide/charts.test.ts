import { describe, expect, it } from 'vitest';
import type { ChartNode } from '../../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { replay } from '../../../src/domain/replay.ts';
import { startPlay } from '../../../src/domain/simulate.ts';
import { statePath } from '../../../src/domain/statechart.ts';
import { processFor } from '../../a-process.ts';
import { aPlay, caseOf, changed, does, facts, passes } from './a-play.ts';

const note = {
  title: { en: 'Notes' },
  pages: [
    {
      id: 'p',
      fields: [
        { id: 'count', type: 'number' as const },
        { id: 'seen', type: 'yesno' as const },
      ],
    },
  ],
};

/** A case with these charts, in which the registrar can do GO, BACK and ON, and MOVE a party. */
function chartOf(
  chart: ChartNode,
  respondent: ChartNode = { initial: 'waiting', states: { waiting: {} } },
  more: Partial<DefinitionInput> = {},
): DefinitionInput {
  return changed(() => ({
    forms: { note },
    events: {
      ...Object.fromEntries(['GO', 'BACK', 'ON'].map((event) => [event, { by: ['registrar'] }])),
      MOVE: { by: ['registrar'], scope: 'party' as const },
    },
    chart: { meta: { stage: 'intake' }, ...chart },
    partyCharts: { respondent },
    ...more,
  }));
}

const states = (play: ReturnType<typeof aPlay>) =>
  [caseOf(play).chart, ...caseOf(play).parties.flatMap(({ chart }) => chart ?? [])].map(statePath);
const replayed = (play: ReturnType<typeof aPlay>) =>
  JSON.stringify(replay(() => play.process, JSON.parse(JSON.stringify(play.decisions.map(({ entry }) => entry)))));

describe('charts that tell each other', () => {
  it('to move come to rest in the order in which they were told', () => {
    const definition = chartOf(
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
    const definition = chartOf(
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
    const definition = chartOf(
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
    const definition = chartOf({
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

describe('a chart that goes on by itself', () => {
  it('for ever is refused when an event sets it off, and when the case opens; time is recorded, and the registry told', () => {
    const circle = { a: { always: 'b' }, b: { always: 'a' } };
    const byEvent = aPlay([], undefined, chartOf({ initial: 'one', states: { one: { on: { GO: 'a' } }, ...circle } }));
    expect(does(byEvent, 'registrar', 'GO')).toBe('EngineLimit');
    const byTime = aPlay(
      [],
      undefined,
      chartOf({ initial: 'one', states: { one: { after: { submitWindow: 'a' } }, ...circle } }),
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
    const { theCase } = startPlay(processFor(chartOf({ initial: 'a', states: circle })), {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
    });
    expect(theCase).toBeUndefined();
  });

  it('passes through states without staying in their stage', () => {
    const definition = chartOf({
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
    const definition = chartOf(
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

describe('what a chart notes', () => {
  it('of a party stands with that party, and of nobody where there is none', () => {
    const definition = chartOf(
      {
        initial: 'one',
        states: {
          one: {
            on: {
              GO: { actions: [{ type: 'set', path: 'party.note.seen', value: 'true' }] },
              PARTY_CHANGED: { actions: [{ type: 'set', path: 'party.note.count', value: '7' }] },
            },
          },
        },
      },
      {
        initial: 'waiting',
        states: {
          waiting: {
            on: {
              MOVE: {
                target: 'moved',
                actions: [
                  { type: 'set', path: 'party.note.seen', value: 'true' },
                  { type: 'set', path: 'party.responded', value: 'true' },
                  { type: 'set', path: 'party.note.count', value: 'data.note.count' },
                ],
              },
            },
          },
          moved: {},
        },
      },
    );
    const play = aPlay([], { applicant: 1, respondent: 2 }, definition);
    does(play, 'registrar', 'GO');
    expect(caseOf(play).parties.map(({ data }) => data)).toEqual([{}, { note: { count: 7 } }, { note: { count: 7 } }]);
    does(play, 'registrar', 'MOVE', {}, 'respondent-2');
    expect(caseOf(play).parties.map(({ data, responded }) => [data.note ?? {}, responded])).toEqual([
      [{}, false],
      [{ count: 7 }, false],
      [{ count: 7, seen: true }, true],
    ]);
  });

  it('without a value is not noted', () => {
    const definition = chartOf({
      initial: 'one',
      states: {
        one: { on: { GO: { actions: [{ type: 'set', path: 'data.note.count', value: 'data.note.count + 1' }] } } },
      },
    });
    expect(caseOf(aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition)).data).toEqual({});
  });
});

describe('a chart of several regions', () => {
  const definition = chartOf({
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

describe('a chart that does something', () => {
  it('on leaving, on the way and on arriving does it in that order', () => {
    const definition = chartOf(
      {
        initial: 'one',
        states: {
          one: {
            exit: { type: 'charge', fee: 'leaving' },
            on: { GO: { target: 'two', actions: [{ type: 'charge', fee: 'going' }] } },
          },
          two: { entry: [{ type: 'charge', fee: 'arriving' }] },
        },
      },
      undefined,
      { fees: { leaving: { amount: 1 }, going: { amount: 2 }, arriving: { amount: 3 } } },
    );
    const play = aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition);
    expect(facts(play, 'FeeMoved').map(({ fee }) => fee)).toEqual(['leaving', 'going', 'arriving']);
  });
});

describe('a chart that remembers', () => {
  const definition = chartOf({
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

describe('a deadline that sets itself again for ever', () => {
  it('ends a simulation with a refusal, not with the machine', () => {
    const definition = chartOf(
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
