import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, does, facts } from '../a-play.ts';
import { aChartedProcess } from './a-charted-process.ts';

describe('a chart that does something', () => {
  it('on leaving, on the way and on arriving does it in that order', () => {
    const definition = aChartedProcess(
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

describe('what a chart notes', () => {
  it('of a party stands with that party, and of nobody where there is none', () => {
    const definition = aChartedProcess(
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
    const definition = aChartedProcess({
      initial: 'one',
      states: {
        one: { on: { GO: { actions: [{ type: 'set', path: 'data.note.count', value: 'data.note.count + 1' }] } } },
      },
    });
    expect(caseOf(aPlay([{ as: 'registrar', do: 'GO' }], undefined, definition)).data).toEqual({});
  });
});
