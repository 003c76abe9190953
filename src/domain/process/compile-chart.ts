import { type AnyStateMachine, and, assign, createMachine, or } from 'xstate';
import type { Action } from '../definition/action-schema.ts';
import type { ChartNode, Guard, Transition, TransitionObject } from '../definition/chart-schema.ts';
import { type Environment, written } from './environment.ts';
import type { Evaluate } from './evaluator.ts';

/** Ids of states are free for definitions to choose; this is the root's. */
export const ROOT_ID = '(chart)';

/** Steps without an event (`always`, `onDone`) after one event. A chart that takes more goes round in circles. */
const MAX_EVENTLESS_STEPS = 200;

/** An action as a chart hands it to the engine. */
export interface PlacedAction {
  readonly action: Action;
  /** Dotted path of the state whose entry it is; absent: it belongs to a transition or an exit. */
  readonly entered?: string;
}

/**
 * Compiles a chart of a definition into an XState machine whose context is the environment of the step. Guards are
 * evaluated, `set` writes into the context, everything else comes back as an action for the engine to carry out.
 * Building takes about a millisecond: keep it by version.
 */
export function compileChart(
  chart: ChartNode,
  guards: Readonly<Record<string, string>>,
  evaluate: Evaluate,
): AnyStateMachine {
  const names = new Set<string>();
  const config = {
    ...stateConfig(chart, '', evaluate, names),
    id: ROOT_ID,
    options: { maxIterations: MAX_EVENTLESS_STEPS },
    context: ({ input }: { input: unknown }) => input,
  };
  return createMachine(
    config as never,
    {
      guards: Object.fromEntries(
        Object.entries(guards).flatMap(([name, expression]) => [
          [name, ({ context }: GuardInput) => context !== undefined && evaluate.holds(expression, context)],
          [`!${name}`, ({ context }: GuardInput) => context !== undefined && evaluate.isFalse(expression, context)],
        ]),
      ),
      actions: Object.fromEntries(ENGINE_ACTIONS.map((type) => [type, () => {}])),
      // The engine turns a named delay into a deadline row; XState only needs some number.
      delays: Object.fromEntries([...names].map((name) => [name, 1])),
    } as never,
  );
}

const ENGINE_ACTIONS: readonly Exclude<Action['type'], 'set'>[] = [
  'notify',
  'generate',
  'charge',
  'refund',
  'waive',
  'assign',
  'task',
  'tell',
  'privilege',
  'decide',
  'order',
  'standing',
  'publish',
  'outcome',
];

function stateConfig(node: ChartNode, path: string, evaluate: Evaluate, delays: Set<string>): Record<string, unknown> {
  for (const name of Object.keys(node.after ?? {})) delays.add(name);
  const table = (transitions: Record<string, Transition>) =>
    Object.fromEntries(Object.entries(transitions).map(([key, one]) => [key, transitionConfig(one, evaluate)]));
  const config: Record<string, unknown> = {};
  if (node.id) config.id = node.id;
  if (node.initial) config.initial = node.initial;
  if (node.type) config.type = node.type;
  if (node.entry) config.entry = actionConfigs(node.entry, evaluate, path);
  if (node.exit) config.exit = actionConfigs(node.exit, evaluate);
  if (node.on) config.on = table(node.on);
  if (node.after) config.after = table(node.after);
  if (node.always) config.always = transitionConfig(node.always, evaluate);
  if (node.onDone) config.onDone = transitionConfig(node.onDone, evaluate);
  if (node.states) {
    config.states = Object.fromEntries(
      Object.entries(node.states).map(([name, child]) => [
        name,
        stateConfig(child, path ? `${path}.${name}` : name, evaluate, delays),
      ]),
    );
  }
  return config;
}

/** A transition in any of its written forms, as a list of objects. */
export function transitionsOf(transition: Transition): TransitionObject[] {
  const list = Array.isArray(transition) ? transition : [transition];
  return list.map((one) => (typeof one === 'string' ? { target: one } : one));
}

function transitionConfig(transition: Transition, evaluate: Evaluate): unknown[] {
  return transitionsOf(transition).map(({ target, guard, actions }) => ({
    ...(target ? { target } : {}),
    ...(guard ? { guard: guardConfig(guard) } : {}),
    ...(actions ? { actions: actionConfigs(actions, evaluate) } : {}),
  }));
}

interface GuardInput {
  readonly context: Environment | undefined;
}

/** `not` is moved inward to the names: XState's own would turn a guard that cannot be evaluated into a yes. */
function guardConfig(guard: Guard, isDenied = false): unknown {
  if (typeof guard === 'string') return isDenied ? `!${guard}` : guard;
  if ('not' in guard) return guardConfig(guard.not, !isDenied);
  const parts = ('all' in guard ? guard.all : guard.any).map((part) => guardConfig(part, isDenied));
  return 'all' in guard === isDenied ? or(parts as never) : and(parts as never);
}

function actionConfigs(actions: Action | Action[], evaluate: Evaluate, entered?: string): unknown[] {
  return (Array.isArray(actions) ? actions : [actions]).map((action) => {
    if (action.type === 'set') return setAction(action, evaluate);
    const params: PlacedAction = { action, ...(entered === undefined ? {} : { entered }) };
    return { type: action.type, params };
  });
}

function setAction(action: Extract<Action, { type: 'set' }>, evaluate: Evaluate): unknown {
  const path = action.path.split('.') as [string, string, string?];
  return assign(({ context }: { context: Environment | undefined }) =>
    context ? written(context, { path, value: evaluate.value(action.value, context) }) : {},
  );
}
