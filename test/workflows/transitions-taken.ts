import type { Action } from '../../src/domain/definition/action-schema.ts';
import type { ChartNode, Transition, TransitionObject } from '../../src/domain/definition/chart-schema.ts';
import type { Definition } from '../../src/domain/definition/schema.ts';
import { playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { processOf } from './shipped.ts';

export interface TransitionsTaken {
  /** Every transition of every chart, as `respondent: served on FILE_RESPONSE #0`. */
  readonly all: readonly string[];
  readonly missed: readonly string[];
}

/**
 * Plays every scenario of a definition with a marker added to each transition: a task that bears its number, so that the
 * engine itself says which transitions it took.
 */
export function transitionsTaken(definition: Definition): TransitionsTaken {
  const names: string[] = [];
  const partyCharts = Object.entries(definition.partyCharts).map(([name, chart]) => [name, marked(chart, name, names)]);
  const chart = marked(definition.chart, 'case', names);
  const process = processOf({ ...definition, chart, partyCharts: Object.fromEntries(partyCharts) });
  const taken = new Set<string>();
  for (const scenario of definition.scenarios) {
    const play = startPlay(process, scenario);
    for (const step of scenario.steps) if (!('expect' in step)) playStep(play, step);
    for (const { facts } of play.decisions) {
      for (const fact of facts) if (fact.kind === 'TaskOpened') taken.add(fact.task);
    }
  }
  return { all: names, missed: names.filter((_, index) => !taken.has(markerOf(index))) };
}

function markerOf(index: number): string {
  return `transition-${index}`;
}

function marked(node: ChartNode, path: string, names: string[]): ChartNode {
  const table = (key: 'on' | 'after') =>
    node[key] && {
      [key]: Object.fromEntries(
        Object.entries(node[key]).map(([name, one]) => [name, markedTransition(one, `${path} ${key} ${name}`, names)]),
      ),
    };
  const single = (key: 'always' | 'onDone') =>
    node[key] && { [key]: markedTransition(node[key], `${path} ${key}`, names) };
  const states = Object.entries(node.states ?? {}).map(([name, child]) => [
    name,
    marked(child, `${path}.${name}`, names),
  ]);
  return {
    ...node,
    ...table('on'),
    ...table('after'),
    ...single('always'),
    ...single('onDone'),
    ...(states.length > 0 ? { states: Object.fromEntries(states) } : {}),
  };
}

function markedTransition(transition: Transition, name: string, names: string[]): Transition {
  const list = [transition].flat().map((one) => (typeof one === 'string' ? { target: one } : one));
  return list.map((one, index): TransitionObject => {
    names.push(list.length > 1 ? `${name} #${index}` : name);
    return { ...one, actions: [...[one.actions ?? []].flat(), marker(names.length - 1)] };
  });
}

function marker(index: number): Action {
  const title = { en: 'Transition taken', fr: 'Transition prise' };
  return { type: 'task', task: markerOf(index), queue: 'registrar', title, closedBy: ['NEVER'] };
}
