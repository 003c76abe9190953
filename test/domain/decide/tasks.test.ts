import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/domain/definition/action-schema.ts';
import type { ChartNode } from '../../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { aPlay, caseOf, changed, decides, does, facts, issued, passes, submitted, tasksOf } from './a-play.ts';

const task = (name: string, more: Partial<Extract<Action, { type: 'task' }>> = {}): Action => ({
  type: 'task',
  task: name,
  queue: 'registrar',
  title: { en: name },
  ...more,
});

/** A case whose registrar can do GO, BACK and ON; everything else is as the chart says. */
function chartOf(
  chart: Partial<ChartNode>,
  respondent: ChartNode = { initial: 'waiting', states: { waiting: {} } },
): DefinitionInput {
  return changed(() => ({
    events: {
      ...Object.fromEntries(['GO', 'BACK', 'ON'].map((event) => [event, { by: ['registrar'] }])),
      MOVE: { by: ['registrar'], scope: 'party' as const },
      LOOK: { by: ['registrar'], scope: 'party' as const },
    },
    chart: { meta: { stage: 'intake' }, ...chart },
    partyCharts: { respondent },
  }));
}

const two = { applicant: 1, respondent: 2 };

describe('a task', () => {
  it('is done when the case leaves the state that asked for it', () => {
    const play = aPlay(submitted);
    expect(tasksOf(play)).toEqual(['review']);
    expect(facts(play, 'TaskOpened')).toMatchObject([
      { task: 'review', queue: 'registrar', priority: 'normal', dueAt: '2026-03-10T06:59:00.000Z' },
    ]);
    does(play, 'applicant', 'PAY');
    expect(tasksOf(play)).toEqual(['review']);
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(tasksOf(play)).toEqual([]);
    expect(facts(play, 'TaskClosed')).toHaveLength(1);
  });

  it('stays while the case moves about inside the state that asked for it', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        initial: 'desk',
        states: {
          desk: {
            entry: task('file'),
            initial: 'one',
            states: { one: { on: { GO: 'two' } }, two: {} },
            on: { BACK: 'out' },
          },
          out: {},
        },
      }),
    );
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['file']);
    does(play, 'registrar', 'BACK');
    expect(tasksOf(play)).toEqual([]);
  });

  it('of one of several regions stays until that region moves on', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        type: 'parallel',
        states: {
          papers: { initial: 'read', states: { read: { entry: task('read'), on: { GO: 'done' } }, done: {} } },
          money: { initial: 'count', states: { count: { entry: task('count'), on: { ON: 'done' } }, done: {} } },
        },
      }),
    );
    expect(tasksOf(play)).toEqual(['read', 'count']);
    does(play, 'registrar', 'ON');
    expect(tasksOf(play)).toEqual(['read']);
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual([]);
  });

  it('of the whole chart stays as long as the case is open', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        entry: task('watch'),
        initial: 'one',
        states: { one: { on: { GO: 'two' } }, two: { on: { ON: 'over' } }, over: { type: 'final' } },
      }),
    );
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['watch']);
    does(play, 'registrar', 'ON');
    expect(tasksOf(play)).toEqual([]);
  });

  it('that two states in a row ask for is done in the first and asked for anew in the second', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        initial: 'one',
        states: { one: { entry: task('read'), on: { GO: 'two' } }, two: { entry: task('read') } },
      }),
    );
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['read']);
    expect(facts(play, 'TaskClosed')).toHaveLength(1);
    expect(facts(play, 'TaskOpened')).toHaveLength(1);
  });

  it('asked for on the way to a state belongs to where that leads', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        initial: 'one',
        states: { one: { on: { GO: { target: 'two', actions: [task('call')] } } }, two: { on: { BACK: 'one' } } },
      }),
    );
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['call']);
    does(play, 'registrar', 'BACK');
    expect(tasksOf(play)).toEqual([]);
  });

  it('is asked for once while it is open', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({ initial: 'one', states: { one: { on: { GO: { actions: [task('call')] } } } } }),
    );
    does(play, 'registrar', 'GO');
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['call']);
  });

  it('with events of its own waits for one of them, wherever the case goes', () => {
    const play = aPlay(
      [],
      undefined,
      chartOf({
        initial: 'one',
        states: {
          one: { entry: task('call', { closedBy: ['ON'], priority: 'high' }), on: { GO: 'two' } },
          two: { on: { ON: {} } },
        },
      }),
    );
    expect(facts(play, 'TaskOpened')).toMatchObject([{ priority: 'high' }]);
    does(play, 'registrar', 'GO');
    expect(tasksOf(play)).toEqual(['call']);
    does(play, 'registrar', 'ON');
    expect(tasksOf(play)).toEqual([]);
  });

  it('about one party is not done by what is done about another', () => {
    const respondent = {
      initial: 'waiting',
      states: {
        waiting: { entry: task('look', { closedBy: ['LOOK'] }), on: { LOOK: {}, MOVE: 'moved' } },
        moved: { entry: task('again') },
      },
    };
    const play = aPlay([], two, chartOf({ initial: 'one', states: { one: {} } }, respondent));
    expect(facts(play, 'TaskOpened').map(({ party }) => party)).toEqual(['respondent-1', 'respondent-2']);
    does(play, 'registrar', 'LOOK', {}, 'respondent-1');
    expect(caseOf(play).tasks.map(({ openedIn }) => openedIn.chart)).toEqual(['respondent-2']);
    does(play, 'registrar', 'MOVE', {}, 'respondent-1');
    expect(tasksOf(play)).toEqual(['look', 'again']);
  });

  it('that nothing in the process does is marked as done by hand, by who has the queue', () => {
    const play = aPlay([...issued, { bounce: 'dispute-notice', party: 'respondent-1' }]);
    const [open] = caseOf(play).tasks;
    expect(does(play, 'applicant', 'COMPLETE_TASK', { task: 'undeliverable-notice' })).toBe('NotYours');
    expect(does(play, 'member', 'COMPLETE_TASK', { task: open?.id })).toBe('NotYours');
    expect(decides(play, { kind: 'completeTask', actor: { kind: 'time' }, task: open?.id ?? '' })).toBe('NotYours');
    expect(does(play, 'registrar', 'COMPLETE_TASK', { task: 'nothing' })).toBe('UnknownTask');
    expect(does(play, 'registrar', 'COMPLETE_TASK', { task: 'undeliverable-notice' })).toBeUndefined();
    expect(tasksOf(play)).toEqual([]);
  });

  it('that an event does is not marked as done by hand', () => {
    expect(does(aPlay(submitted), 'registrar', 'COMPLETE_TASK', { task: 'review' })).toBe('UnknownTask');
  });

  it('ends with the case', () => {
    const play = aPlay(submitted);
    does(play, 'applicant', 'WITHDRAW');
    expect(caseOf(play)).toMatchObject({ status: 'closed', tasks: [], deadlines: [] });
    expect(facts(play, 'TaskClosed')).toHaveLength(1);
  });
});

describe('a party whose part is over', () => {
  it('is waited for no more', () => {
    const respondent = {
      initial: 'waiting',
      entry: task('follow'),
      after: { serviceWindow: '.late' },
      states: { waiting: { on: { MOVE: 'gone' } }, late: {}, gone: { type: 'final' as const } },
    };
    const play = aPlay([], two, chartOf({ initial: 'one', states: { one: {} } }, respondent));
    does(play, 'registrar', 'MOVE', {}, 'respondent-1');
    expect(caseOf(play).deadlines.map(({ party }) => party)).toEqual(['respondent-2']);
    expect(does(play, 'registrar', 'LOOK', {}, 'respondent-1')).toBe('NotInThisState');
    passes(play, 'P91D');
    expect(caseOf(play).deadlines).toEqual([]);
  });
});
