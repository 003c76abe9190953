import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine, getNextSnapshot, type StateNode } from 'xstate';
import type { ChartNode } from '../../../src/domain/definition/chart-schema.ts';
import { type ChartView, type StateView, viewChart } from '../../../src/domain/definition/chart-view.ts';
import { statesEntered, statesEnteredFirst, waysInto } from '../../../src/domain/definition/states-entered.ts';

/**
 * XState is what runs the charts; what the checker believes of targets and of the states that a transition enters is held
 * against it, on charts of every form.
 */
describe('the states that a transition leads to and enters', () => {
  it('are those that XState enters', () => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const view = viewChart('case', '/chart', chart);
        const machine = createMachine(chart as never);
        const first = getNextSnapshot(
          machine,
          machine.resolveState({ value: {} }) as never,
          { type: 'xstate.init' } as never,
        );
        expect(dotted(statesEnteredFirst(view.root))).toEqual(nodesOf(first));
        for (const transition of view.transitions.filter(({ target }) => target)) {
          const before = valueAt(view, transition.source);
          const snapshot = machine.resolveState({ value: before as never });
          const event = transition.trigger.kind === 'event' ? transition.trigger.name : '';
          const after = getNextSnapshot(machine, snapshot as never, { type: event } as never);
          const old = nodesOf(snapshot);
          const isNew = nodesOf(after).filter((name) => !old.includes(name));
          const entered = dotted(statesEntered(transition));
          expect(nodesOf(after)).toEqual(expect.arrayContaining(entered));
          expect(entered).toEqual(expect.arrayContaining(isNew));
          expect(entered.every((name) => waysInto(view).get(stateOf(view, name))?.includes(transition))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are none for a target that XState knows no state for', () => {
    fc.assert(
      fc.property(aChart, fc.stringMatching(/^[#.]?[a-c](\.[a-c]){0,2}$/), (chart, target) => {
        const wrong: ChartNode = { ...chart, states: { ...chart.states, probe: { on: { PROBE: target } } } };
        const view = viewChart('case', '/chart', wrong);
        const probe = view.transitions.find(({ source }) => source.dotted === 'probe');
        expect(probe?.target?.dotted).toBe(targetInXState(wrong, target));
      }),
      { numRuns: 150 },
    );
  });
});

/** Undefined when XState refuses to build the machine. */
function targetInXState(chart: ChartNode, target: string): string | undefined {
  try {
    const machine = createMachine({ ...chart, id: '(chart)' } as never);
    const probe = machine.root.states.probe as unknown as StateNode;
    const [transition] = probe.transitions.get('PROBE') ?? [];
    return transition?.target?.[0]?.path.join('.') ?? target;
  } catch {
    return undefined;
  }
}

const KEYS = ['a', 'b', 'c'] as const;

/** Charts of up to three levels; each state reacts to an event of its own name by leading somewhere. */
const aChart: fc.Arbitrary<ChartNode> = fc
  .tuple(fc.letrec<{ node: ChartNode }>((tie) => ({ node: aNode(tie('node')) })).node, fc.infiniteStream(fc.nat()))
  .filter(([node]) => node.states !== undefined)
  .map(([node, choices]) =>
    withTransitions({ ...node, type: undefined, initial: node.initial ?? Object.keys(node.states ?? {})[0] }, choices),
  );

function aNode(inner: fc.Arbitrary<ChartNode>): fc.Arbitrary<ChartNode> {
  const leaf: fc.Arbitrary<ChartNode> = fc.constant({});
  const holder = fc
    .record({
      keys: fc.subarray([...KEYS], { minLength: 2 }),
      isParallel: fc.boolean(),
      children: fc.array(inner, { minLength: 3, maxLength: 3 }),
    })
    .map(({ keys, isParallel, children }): ChartNode => {
      const states = Object.fromEntries(keys.map((key, index) => [key, children[index] ?? {}]));
      return isParallel ? { type: 'parallel', states } : { initial: keys[0], states };
    });
  return fc.oneof({ maxDepth: 3, depthIdentifier: 'chart' }, leaf, holder, holder);
}

function withTransitions(chart: ChartNode, choices: fc.Stream<number>): ChartNode {
  const copy = structuredClone(JSON.parse(JSON.stringify(chart))) as ChartNode;
  const nodes: { node: ChartNode; id: string }[] = [];
  const collect = (node: ChartNode, id: string) => {
    nodes.push({ node, id });
    for (const [key, child] of Object.entries(node.states ?? {})) collect(child, `${id}_${key}`);
  };
  collect(copy, 's');
  for (const { node, id } of nodes.slice(1)) node.id = id;
  for (const { node, id } of nodes.slice(1)) {
    const choice = choices.next().value as number;
    const children = Object.keys(node.states ?? {});
    const targets = [...nodes.slice(1).map((other) => `#${other.id}`), ...children.map((key) => `.${key}`)];
    node.on = { [`GO_${id}`]: targets[choice % targets.length] as string };
  }
  return copy;
}

/** A state value in which the given state is active: elsewhere, whatever comes first. */
function valueAt(view: ChartView, state: StateView): unknown {
  const onWay = new Set<StateView>();
  for (let at: StateView | undefined = state; at; at = at.parent) onWay.add(at);
  const value = (at: StateView): unknown => {
    if (at.children.length === 0) return {};
    if (at.kind === 'parallel') return Object.fromEntries(at.children.map((child) => [child.key, value(child)]));
    const child = at.children.find((one) => onWay.has(one)) ?? at.initial ?? at.children[0];
    return child ? { [child.key]: value(child) } : {};
  };
  return value(view.root);
}

function nodesOf(snapshot: unknown): string[] {
  return (snapshot as { _nodes: StateNode[] })._nodes.map(({ path }) => path.join('.')).sort();
}

function dotted(states: readonly StateView[]): string[] {
  return [...new Set(states.map((state) => state.dotted))].sort();
}

function stateOf(view: ChartView, name: string): StateView {
  return view.states.find((state) => state.dotted === name) as StateView;
}
