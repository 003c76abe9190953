import type { Action } from './action-schema.ts';
import type { ChartNode, Guard, Transition } from './chart-schema.ts';
import { jsonPointer } from './json-pointer.ts';
import { resolveTarget } from './resolve-target.ts';

export type StateKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

/** An action and where it stands in the JSON. */
export interface PlacedAction {
  readonly action: Action;
  readonly pointer: string;
}

/** What makes a transition happen. */
export type Trigger =
  | { readonly kind: 'event' | 'deadline'; readonly name: string }
  | { readonly kind: 'always' | 'done' };

export interface TransitionView {
  readonly source: StateView;
  readonly trigger: Trigger;
  readonly pointer: string;
  /** The target as written; absent when the transition only acts. */
  readonly targetText: string | undefined;
  /** The state it leads to; absent also when the text names none. */
  readonly target: StateView | undefined;
  readonly guard: Guard | undefined;
  readonly actions: readonly PlacedAction[];
}

/** A state of a chart with everything around it resolved. */
export interface StateView {
  readonly chart: string;
  readonly key: string;
  /** `response.waiting`; empty for the chart itself. */
  readonly dotted: string;
  readonly depth: number;
  readonly pointer: string;
  readonly node: ChartNode;
  readonly kind: StateKind;
  readonly parent: StateView | undefined;
  readonly children: readonly StateView[];
  readonly initial: StateView | undefined;
  /** Its own stage, or the nearest ancestor's. */
  readonly stage: string | undefined;
  readonly entry: readonly PlacedAction[];
  readonly exit: readonly PlacedAction[];
  /** In the order in which they are tried. */
  readonly transitions: readonly TransitionView[];
}

export interface ChartView {
  /** `case`, or the name of a party chart. */
  readonly name: string;
  readonly pointer: string;
  readonly root: StateView;
  /** Every state, the chart itself first, parents before children. */
  readonly states: readonly StateView[];
  readonly byId: ReadonlyMap<string, StateView>;
  readonly transitions: readonly TransitionView[];
}

type Building<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/**
 * Lays out a chart: its states with their paths, what they inherit, and each transition with the state it leads to.
 *
 * @param name `case`, or the name of a party chart
 * @param pointer where the chart stands: `/chart`, `/partyCharts/respondent`
 */
export function viewChart(name: string, pointer: string, chart: ChartNode): ChartView {
  const states: Building<StateView>[] = [];
  const root = addState(states, { chart: name, key: '', dotted: '', pointer, node: chart, parent: undefined });
  const byId = new Map<string, StateView>();
  // The root is known by no id: nothing leads to a whole chart.
  for (const state of states.slice(1)) {
    if (state.node.id !== undefined && !byId.has(state.node.id)) byId.set(state.node.id, state);
  }
  for (const state of states) state.transitions = transitionsOf(state, byId);
  return { name, pointer, root, states, byId, transitions: states.flatMap((state) => state.transitions) };
}

/** The state itself and everything around it, innermost first. */
export function selfAndAncestors(state: StateView): StateView[] {
  const line: StateView[] = [];
  for (let at: StateView | undefined = state; at; at = at.parent) line.push(at);
  return line;
}

/** True for the state itself and everything inside it. */
export function isWithin(state: StateView, outer: StateView): boolean {
  return selfAndAncestors(state).includes(outer);
}

type Placed = Pick<StateView, 'chart' | 'key' | 'dotted' | 'pointer' | 'node' | 'parent'>;

function addState(states: Building<StateView>[], placed: Placed): Building<StateView> {
  const { node, parent, pointer } = placed;
  const state: Building<StateView> = {
    ...placed,
    depth: parent ? parent.depth + 1 : 0,
    kind: kindOf(node),
    children: [],
    initial: undefined,
    stage: node.meta?.stage ?? parent?.stage,
    entry: placedActions(node.entry, `${pointer}/entry`),
    exit: placedActions(node.exit, `${pointer}/exit`),
    transitions: [],
  };
  states.push(state);
  state.children = Object.entries(node.states ?? {}).map(([key, child]) => {
    const dotted = placed.dotted === '' ? key : `${placed.dotted}.${key}`;
    return addState(states, {
      ...placed,
      key,
      dotted,
      node: child,
      parent: state,
      pointer: pointer + jsonPointer('states', key),
    });
  });
  state.initial = state.children.find((child) => child.key === node.initial);
  return state;
}

function kindOf(node: ChartNode): StateKind {
  if (node.type) return node.type;
  return Object.keys(node.states ?? {}).length > 0 ? 'compound' : 'atomic';
}

function transitionsOf(source: StateView, byId: ReadonlyMap<string, StateView>): TransitionView[] {
  const { node, pointer } = source;
  const view = (trigger: Trigger, written: Transition | undefined, at: string) =>
    viewTransitions(source, trigger, written, at, byId);
  return [
    ...Object.entries(node.on ?? {}).flatMap(([name, written]) =>
      view({ kind: 'event', name }, written, pointer + jsonPointer('on', name)),
    ),
    ...Object.entries(node.after ?? {}).flatMap(([name, written]) =>
      view({ kind: 'deadline', name }, written, pointer + jsonPointer('after', name)),
    ),
    ...view({ kind: 'always' }, node.always, `${pointer}/always`),
    ...view({ kind: 'done' }, node.onDone, `${pointer}/onDone`),
  ];
}

function viewTransitions(
  source: StateView,
  trigger: Trigger,
  written: Transition | undefined,
  at: string,
  byId: ReadonlyMap<string, StateView>,
): TransitionView[] {
  if (written === undefined) return [];
  const list = Array.isArray(written) ? written : [written];
  return list.map((one, index) => {
    const pointer = Array.isArray(written) ? `${at}/${index}` : at;
    const { target, guard, actions } = typeof one === 'string' ? { target: one } : one;
    return {
      source,
      trigger,
      pointer,
      targetText: target,
      target: target === undefined ? undefined : resolveTarget(source, target, byId),
      guard,
      actions: placedActions(actions, `${pointer}/actions`),
    };
  });
}

function placedActions(written: Action | Action[] | undefined, pointer: string): PlacedAction[] {
  if (written === undefined) return [];
  if (!Array.isArray(written)) return [{ action: written, pointer }];
  return written.map((action, index) => ({ action, pointer: `${pointer}/${index}` }));
}
