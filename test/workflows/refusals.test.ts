import { describe, expect, it } from 'vitest';
import type { ChartNode, Guard } from '../../src/domain/definition/chart-schema.ts';
import { shippedDefinition } from './shipped.ts';

describe.each(['small-claims', 'traffic-fine'])('whoever is refused something in %s', (id) => {
  const { events, refusals, chart, partyCharts } = shippedDefinition(id);

  it('is told why, where every way on has a guard', () => {
    const guards = [chart, ...Object.values(partyCharts)].flatMap(guardsThatRefuse);
    const silent = guards.filter(({ event, names }) => events[event] && !names.every((name) => refusals[name]));
    expect(silent).toEqual([]);
  });

  it('is told why, where the event has a condition of its own', () => {
    const silent = Object.entries(events).filter(([, { when, otherwise }]) => when && !otherwise);
    expect(silent.map(([event]) => event)).toEqual([]);
  });
});

/** Each event of a state of whose transitions the last is guarded too, with the guards of them all. */
function guardsThatRefuse(node: ChartNode): { event: string; names: string[] }[] {
  const own = Object.entries(node.on ?? {}).flatMap(([event, transition]) => {
    const guards = [transition].flat().map((one) => (typeof one === 'string' ? undefined : one.guard));
    return guards.every((guard) => guard !== undefined) ? [{ event, names: guards.flatMap((one) => signed(one)) }] : [];
  });
  return [...own, ...Object.values(node.states ?? {}).flatMap(guardsThatRefuse)];
}

function signed(guard: Guard, isDenied = false): string[] {
  if (typeof guard === 'string') return [isDenied ? `!${guard}` : guard];
  if ('not' in guard) return signed(guard.not, !isDenied);
  return ('all' in guard ? guard.all : guard.any).flatMap((one) => signed(one, isDenied));
}
