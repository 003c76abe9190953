import type { CaseFile } from '../case-file.ts';
import type { ChartNode, Guard, TransitionObject } from '../definition/chart-schema.ts';
import { named } from '../definition/definition-view.ts';
import type { Text } from '../definition/text-schema.ts';
import { transitionsOf } from '../process/compile-chart.ts';
import type { Environment } from '../process/environment.ts';
import type { Process } from '../process/process.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ChartState } from '../statechart.ts';
import { chartNodeOf } from './chart-node-of.ts';
import { chartOf } from './turn.ts';

/** The refusal of an event that a chart handles but whose guards all say no, in the definition's words where it has some. */
export function guardRefused(
  process: Process,
  theCase: CaseFile,
  chart: string,
  event: string,
  seen: Environment,
): Refusal {
  const [node, state] = [chartNodeOf(process, theCase, chart), chartOf(theCase, chart)];
  const says = node && state && sentence(process, transitionsFrom(node, state.value, event), seen);
  return { ...refuse('GuardRefused', { event }), ...(says ? { says } : {}) };
}

/** What is said of the first guard that stands in the way and of which anything is said. */
function sentence(
  { definition, evaluate }: Process,
  transitions: Iterable<TransitionObject>,
  seen: Environment,
): Text | undefined {
  const answers = (name: string, isDenied: boolean) => {
    const expression = named(definition.guards, name) ?? '';
    return isDenied ? evaluate.isFalse(expression, seen) : evaluate.holds(expression, seen);
  };
  for (const { guard } of transitions) {
    const inTheWay = guard === undefined ? [] : namesInTheWay(guard, answers, false);
    const said = inTheWay.find((name) => named(definition.refusals, name));
    if (said) return definition.refusals[said];
  }
  return undefined;
}

/** The guards because of which a combination does not hold, in its order; `!name` where it is the negation that fails. */
function namesInTheWay(
  guard: Guard,
  answers: (name: string, isDenied: boolean) => boolean,
  isDenied: boolean,
): string[] {
  if (typeof guard === 'string') return answers(guard, isDenied) ? [] : [isDenied ? `!${guard}` : guard];
  if ('not' in guard) return namesInTheWay(guard.not, answers, !isDenied);
  const parts = ('all' in guard ? guard.all : guard.any).map((part) => namesInTheWay(part, answers, isDenied));
  const needsEvery = 'all' in guard !== isDenied;
  return needsEvery || parts.every((names) => names.length > 0) ? parts.flat() : [];
}

/** The transitions that an event can bring from where the chart stands, in the order in which they are tried. */
function* transitionsFrom(
  node: ChartNode,
  value: ChartState['value'] | undefined,
  event: string,
): Generator<TransitionObject> {
  const active: [string, ChartState['value'] | undefined][] =
    typeof value === 'string' ? [[value, undefined]] : Object.entries(value ?? {});
  for (const [name, within] of active) {
    const child = named(node.states ?? {}, name);
    if (child) yield* transitionsFrom(child, within, event);
  }
  const own = named(node.on ?? {}, event);
  if (own) yield* transitionsOf(own);
}
