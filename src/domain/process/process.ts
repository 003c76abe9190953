import type { AnyStateMachine } from 'xstate';
import type { ChartNode } from '../definition/chart-schema.ts';
import { endsOrders } from '../definition/ends-orders.ts';
import type { Definition } from '../definition/schema.ts';
import type { Text } from '../definition/text-schema.ts';
import type { CalendarAt } from './calendar-at.ts';
import { compileChart } from './compile-chart.ts';
import { type Evaluate, evaluatorOf } from './evaluator.ts';

/** The tribunal as its notices and documents name it. */
export interface Tribunal {
  readonly name: Text;
  readonly address: Text;
  readonly contact: string;
  /** `https://…`, without a slash at the end. */
  readonly origin: string;
}

/** One workflow version ready to run: its charts compiled, its expressions bound. Immutable; made once a version. */
export interface Process {
  readonly definition: Definition;
  readonly version: number;
  readonly machine: AnyStateMachine;
  /** Party role → the machine of its chart. */
  readonly partyMachines: Readonly<Record<string, AnyStateMachine>>;
  readonly evaluate: Evaluate;
  /** Some action ends the standing of an order: then cases keep the orders they issued. */
  readonly endsOrders: boolean;
  readonly calendarAt: CalendarAt;
  readonly tribunal: Tribunal;
}

export interface ProcessSurroundings {
  readonly calendarAt: CalendarAt;
  readonly tribunal: Tribunal;
}

/** Compiles a checked definition. Throws when it was not checked: run `checkDefinition` first. */
export function compileProcess(definition: Definition, version: number, surroundings: ProcessSurroundings): Process {
  const evaluate = evaluatorOf(definition, surroundings.calendarAt);
  const compile = (chart: ChartNode) => compileChart(chart, definition.guards, evaluate);
  return {
    definition,
    version,
    machine: compile(definition.chart),
    partyMachines: compilePartyCharts(definition, compile),
    evaluate,
    endsOrders: [definition.chart, ...Object.values(definition.partyCharts)].some(endsOrders),
    ...surroundings,
  };
}

function compilePartyCharts(definition: Definition, compile: (chart: ChartNode) => AnyStateMachine) {
  const machines: Record<string, AnyStateMachine> = {};
  for (const [role, rule] of Object.entries(definition.roles)) {
    const chart = rule.kind === 'party' && rule.chart ? definition.partyCharts[rule.chart] : undefined;
    if (chart) machines[role] = compile(chart);
  }
  return machines;
}
