import { describe, expect, it } from 'vitest';
import { movedByTalks } from '../../../src/domain/definition/moved-by-talks.ts';
import type { Definition } from '../../../src/domain/definition/schema.ts';
import { shippedDefinition } from '../../workflows/shipped.ts';

function withChart(states: NonNullable<Definition['chart']['states']>): Definition {
  const traffic = shippedDefinition('traffic-fine');
  const AGREE = { title: { en: 'Agree' }, by: ['offender'], scope: 'case', privileged: true };
  return { ...traffic, events: { AGREE } as unknown as Definition['events'], chart: { initial: 'talks', states } };
}

const task = { type: 'task' as const, queue: 'registrar', title: { en: 'Check' } };

describe('what steps without prejudice move', () => {
  it('are in a small claim the windows of talks and agreement, the approval of an order, and where facilitation stands', () => {
    const moved = movedByTalks(shippedDefinition('small-claims'));
    expect([...moved.deadlines].toSorted()).toEqual(['agreementWindow', 'facilitationWindow', 'negotiationWindow']);
    expect([...moved.tasks]).toEqual(['approve-consent-order']);
    expect(moved.states).toEqual(['open.facilitation']);
  });

  it('is nothing in a process without talks', () => {
    const moved = movedByTalks(shippedDefinition('traffic-fine'));
    expect([moved.deadlines.size, moved.tasks.size, moved.states]).toEqual([0, 0, []]);
  });

  it('is also what follows by itself, and what runs inside the state that is left', () => {
    const { deadlines, tasks } = movedByTalks(
      withChart({
        talks: {
          initial: 'first',
          on: { AGREE: { target: 'agreed', actions: { ...task, task: 'look' } } },
          states: { first: { after: { payWindow: 'second' } }, second: {} },
        },
        agreed: { always: 'checked' },
        checked: { entry: { ...task, task: 'check' }, after: { appealWindow: 'over' } },
        over: { type: 'final', after: {} },
        elsewhere: { after: { judgeWindow: 'over' } },
      }),
    );
    expect([...deadlines].toSorted()).toEqual(['appealWindow', 'payWindow']);
    expect([...tasks].toSorted()).toEqual(['check', 'look']);
  });

  it('is what a state runs inside, where a step begins it anew', () => {
    const { deadlines, states } = movedByTalks(
      withChart({
        talks: {
          initial: 'first',
          on: { AGREE: '.second' },
          states: { first: { after: { payWindow: 'second' } }, second: { after: { appealWindow: 'first' } } },
          after: { judgeWindow: 'over' },
        },
        over: { type: 'final' },
      }),
    );
    expect([...deadlines].toSorted()).toEqual(['appealWindow', 'payWindow']);
    expect(states).toEqual(['talks']);
  });
});
