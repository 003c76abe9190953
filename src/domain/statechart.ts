import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  createActor,
  type EventObject,
  type StateValue,
} from 'xstate';
import { oncePer } from './definition/once-per.ts';
import { NeverAtRest } from './never-at-rest.ts';

/** Where a chart stands, as JSON: XState's state value, what its history states remember, and whether it is done. */
export interface ChartState {
  readonly value: StateValue;
  /** History state id → ids of the states to come back to. */
  readonly history?: Readonly<Record<string, readonly string[]>>;
  readonly done: boolean;
}

/** An action as XState hands it back, run by nobody yet. */
export interface ChartAction {
  readonly type: string;
  readonly params: unknown;
}

export interface ChartStep<Context> {
  readonly state: ChartState;
  readonly actions: readonly ChartAction[];
  /** The context after the `set` actions of the step. */
  readonly context: Context;
}

/** Enters the chart's initial state. */
export function startChart<Context>(machine: AnyStateMachine, context: Context): ChartStep<Context> {
  const scope = reusedScope(machine);
  scope.taken.length = 0;
  return stepOf<Context>(atRest(machine.getInitialSnapshot(scope.actorScope, context as never)), scope.taken);
}

/** Whether the chart would take this event now, guards included. */
export function canTake<Context>(
  machine: AnyStateMachine,
  state: ChartState,
  event: EventObject,
  context: Context,
): boolean {
  return takes(machine, restore(machine, state, context), event);
}

/** Not XState's `can`: that says no to a transition without target or actions, which here records an event and stays. */
function takes(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject): boolean {
  return (machine.getTransitionData(snapshot as never, event) ?? []).length > 0;
}

/** Whether some active state handles the event at all, whatever its guards say. No event of a chart is a wildcard. */
export function handles(machine: AnyStateMachine, state: ChartState, type: string): boolean {
  for (const { transitions } of snapshotOf(machine, state)._nodes as AnyStateNode[])
    if (transitions.has(type)) return true;
  return false;
}

/**
 * Takes one event, or nothing when the chart does not take it now; a macrostep, `always` included. Nothing waits: named
 * delays come back as actions.
 */
export function stepChart<Context>(
  machine: AnyStateMachine,
  state: ChartState,
  event: EventObject,
  context: Context,
): ChartStep<Context> | undefined {
  const before = restore(machine, state, context);
  const scope = reusedScope(machine);
  scope.taken.length = 0;
  scope.isEventTaken = undefined;
  try {
    const snapshot = atRest(machine.transition(before, event, scope.actorScope));
    return scope.isEventTaken ? stepOf<Context>(snapshot, scope.taken) : undefined;
  } catch (error) {
    // A condition that time has changed may set a chart off by itself; of an event that it does not take, nothing comes.
    if (scope.isEventTaken === false) return undefined;
    throw known(error);
  }
}

/** A snapshot that XState could bring to rest: it keeps some errors in the snapshot, where nobody would look. */
function atRest(snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  if (snapshot.status === 'error') throw known(snapshot.error);
  return snapshot;
}

/** Having taken a machine's `maxIterations`, XState gives up with an error that is known by its words alone. */
function known(error: unknown): unknown {
  return error instanceof Error && error.message.startsWith('Infinite loop detected') ? new NeverAtRest() : error;
}

/**
 * The state of these dotted paths, joined by `+`, filled down to the leaves and in all regions; nothing where the chart
 * has no such state.
 */
export function stateAt(machine: AnyStateMachine, path: string): ChartState | undefined {
  const names = path.split('+').map((one) => one.split('.'));
  if (!names.every((one) => hasState(machine.root, one))) return undefined;
  const value = names.reduceRight<StateValue>((all, one) => withPath(all, one), {});
  const { value: full, status } = machine.resolveState({ value, context: {} } as never) as AnyMachineSnapshot;
  const state = { value: full, done: status === 'done' };
  return path.split('+').every((one) => isWithin(state, one)) ? state : undefined;
}

function hasState(node: AnyStateNode, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return node.type !== 'history';
  const child = Object.hasOwn(node.states, name) ? node.states[name] : undefined;
  return child !== undefined && hasState(child, rest);
}

function withPath(value: StateValue, [name, ...rest]: readonly string[]): StateValue {
  if (name === undefined) return value;
  const all = typeof value === 'string' ? {} : value;
  return { ...all, [name]: withPath(all[name] ?? {}, rest) };
}

/** The named delays that run in this state, each with the event that its end raises. */
export function delaysOf(
  machine: AnyStateMachine,
  state: ChartState,
): { readonly name: string; readonly raises: string }[] {
  const nodes = snapshotOf(machine, state)._nodes as { id: string; after: readonly { delay?: unknown }[] }[];
  return nodes.flatMap(({ id, after }) => {
    const names = new Set(after.map(({ delay }) => String(delay)));
    return [...names].map((name) => ({ name, raises: `xstate.after.${name}.${id}` }));
  });
}

/** The active leaves as dotted paths, those of parallel regions joined by `+`: `intake.review`. */
export function statePath(state: ChartState): string {
  const leaves = leavesOf(state.value, '');
  return leaves.length === 1 ? (leaves[0] as string) : leaves.sort().join('+');
}

function leavesOf(value: StateValue | undefined, prefix: string): string[] {
  if (value === undefined) return [prefix];
  if (typeof value === 'string') return [prefix ? `${prefix}.${value}` : value];
  const names = Object.keys(value);
  if (names.length === 0) return [prefix];
  const leavesWithin = (name: string) => leavesOf(value[name], prefix ? `${prefix}.${name}` : name);
  // Most states hold one other; only parallel regions are several.
  return names.length === 1 ? leavesWithin(names[0] as string) : names.flatMap(leavesWithin);
}

/** Whether the path of an active state is, or lies under, the one named; a bare name also matches the leaf. */
export function isIn(state: ChartState, name: string): boolean {
  return leavesOf(state.value, '').some(
    (leaf) => leaf === name || leaf.startsWith(`${name}.`) || leaf.endsWith(`.${name}`) || leaf.includes(`.${name}.`),
  );
}

/** Whether the state of this path, or one below it, is active; of paths joined by `+`, whether any is. */
export function isWithin(state: ChartState, path: string): boolean {
  const leaves = leavesOf(state.value, '');
  return path.split('+').some((one) => leaves.some((leaf) => one === '' || leaf === one || leaf.startsWith(`${one}.`)));
}

/** XState's snapshot for a chart's state, with the step's own context. */
function restore(machine: AnyStateMachine, state: ChartState, context: unknown): AnyMachineSnapshot {
  return { ...snapshotOf(machine, state), context } as AnyMachineSnapshot;
}

/**
 * Resolving one costs as much as a step, and a machine is found in the same few states over and over: of one command,
 * most often in the very state that was asked about last.
 */
function snapshotOf(machine: AnyStateMachine, state: ChartState): AnyMachineSnapshot {
  const scope = reusedScope(machine);
  if (scope.last?.state === state) return scope.last.snapshot;
  const key = keyOf(state);
  const snapshot = scope.snapshots.get(key) ?? resolve(machine, state);
  if (scope.snapshots.size >= MAX_SNAPSHOTS) scope.snapshots.clear();
  scope.snapshots.set(key, snapshot);
  scope.last = { state, snapshot };
  return snapshot;
}

/** A text for each state: written out, for JSON takes three times as long. */
function keyOf({ value, done, history }: ChartState): string {
  const key = done ? `${keyOfValue(value)}!` : keyOfValue(value);
  return history ? key + JSON.stringify(history) : key;
}

function keyOfValue(value: StateValue): string {
  if (typeof value === 'string') return value;
  let key = '';
  for (const name in value) key += `${name}(${keyOfValue(value[name] ?? '')})`;
  return key;
}

/** Of each machine: parallel regions multiply, and a registry has many versions. */
const MAX_SNAPSHOTS = 1_000;

function resolve(machine: AnyStateMachine, state: ChartState): AnyMachineSnapshot {
  const historyValue: Record<string, unknown> = {};
  for (const [id, nodes] of Object.entries(state.history ?? {})) {
    historyValue[id] = nodes.map((node) => machine.getStateNodeById(node));
  }
  const { value, done } = state;
  const status = done ? 'done' : 'active';
  return machine.resolveState({ value, historyValue, status, context: {} } as never) as AnyMachineSnapshot;
}

function stepOf<Context>(snapshot: AnyMachineSnapshot, actions: readonly ChartAction[]): ChartStep<Context> {
  const history: Record<string, string[]> = {};
  for (const [id, nodes] of Object.entries(snapshot.historyValue as Record<string, { id: string }[]>)) {
    history[id] = nodes.map((node) => node.id);
  }
  const state: ChartState = {
    value: snapshot.value,
    ...(Object.keys(history).length > 0 ? { history } : {}),
    done: snapshot.status === 'done',
  };
  return {
    state,
    actions: actions.map(({ type, params }) => ({ type, params })),
    context: snapshot.context as Context,
  };
}

/**
 * The one place that touches XState's semi-public scope. `transition()` of the package builds an actor and reruns the
 * context factory on every call (34–44 µs); a scope made once for each machine gives the same steps in 12.5 µs. The
 * differential test in `test/domain/statechart.test.ts` holds it against the public function.
 */
interface Scope {
  readonly actorScope: Parameters<AnyStateMachine['transition']>[2];
  readonly taken: ChartAction[];
  /** Whether the first microstep, the one for the event itself, had a transition. */
  isEventTaken: boolean | undefined;
  readonly snapshots: Map<string, AnyMachineSnapshot>;
  last: { readonly state: ChartState; readonly snapshot: AnyMachineSnapshot } | undefined;
}

/** What XState tells its inspectors of each microstep. */
interface Microstep {
  readonly _transitions?: readonly unknown[];
}

const reusedScope = oncePer(newScope);

function newScope(machine: AnyStateMachine): Scope {
  const self = createActor(machine, { input: {} as never });
  const taken: ChartAction[] = [];
  const actorScope = {
    self,
    defer: () => {},
    id: '',
    logger: () => {},
    sessionId: '',
    stopChild: () => {},
    system: Object.assign(Object.create(self.system), {
      _sendInspectionEvent({ _transitions = [] }: Microstep) {
        scope.isEventTaken ??= _transitions.length > 0;
      },
    }),
    emit: () => {},
    actionExecutor: (action: ChartAction) => {
      taken.push(action);
    },
  };
  const scope: Scope = {
    actorScope: actorScope as never,
    taken,
    isEventTaken: undefined,
    snapshots: new Map(),
    last: undefined,
  };
  return scope;
}
