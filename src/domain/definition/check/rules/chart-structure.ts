import type { ChartView, StateView } from '../../chart-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';

/** Each chart is one that can run: it starts somewhere, ends where it ends, and uses each kind of state rightly. */
export const checkChartStructure: Rule = (view) =>
  view.charts.flatMap((chart) => [
    ...(chart.root.children.length === 0 ? [emptyChart(chart)] : []),
    ...chart.states.flatMap((state) => [
      ...checkInitial(state),
      ...checkKind(state),
      ...checkDone(state),
      ...checkId(chart, state),
    ]),
  ]);

function emptyChart(chart: ChartView): Problem {
  const message = `The chart ${chart.name === 'case' ? 'of the case' : `“${chart.name}”`} has no states.`;
  return error(
    'chart-without-states',
    chart.pointer,
    message,
    'Add its states under “states”, and name the first as “initial”.',
  );
}

function checkInitial(state: StateView): Problem[] {
  const { node, children, pointer } = state;
  const at = `${pointer}/initial`;
  if (state.kind === 'compound') {
    if (node.initial === undefined) {
      const fix = `Add "initial" with one of: ${children.map((child) => child.key).join(', ')}.`;
      return [
        error(
          'missing-initial',
          pointer,
          `${withCapital(nameOfState(state))} has states inside but does not say which comes first.`,
          fix,
        ),
      ];
    }
    if (!state.initial) {
      const known = children.map((child) => child.key);
      return [
        unknownName('unknown-initial', at, {
          where: withCapital(nameOfState(state)),
          what: 'first state',
          name: node.initial,
          known,
        }),
      ];
    }
    if (state.initial.kind !== 'history') return [];
    const message = `${withCapital(nameOfState(state))} starts in a history state, which remembers nothing yet.`;
    return [error('history-misused', at, message, 'Start in an ordinary state.')];
  }
  if (node.initial === undefined) return [];
  const message = `${withCapital(nameOfState(state))} names a first state, but ${state.kind === 'parallel' ? 'all its states start together' : 'has no states inside'}.`;
  return [error('initial-misplaced', at, message, 'Remove “initial”.')];
}

function checkKind(state: StateView): Problem[] {
  switch (state.kind) {
    case 'final':
      return checkFinal(state);
    case 'history':
      return checkHistory(state);
    case 'parallel':
      return checkParallel(state);
    default:
      return [];
  }
}

/** A final state is an end: it has nothing that could lead on. */
function checkFinal(state: StateView): Problem[] {
  const { node, pointer } = state;
  const leadsOn = (['states', 'on', 'after', 'always', 'onDone', 'exit'] as const).filter(
    (key) => node[key] !== undefined,
  );
  const root = state.parent
    ? []
    : [
        error(
          'final-misused',
          pointer,
          'A whole chart cannot be final.',
          'Remove “type”; make one of its states final.',
        ),
      ];
  return [
    ...root,
    ...leadsOn.map((key) => {
      const message = `${withCapital(nameOfState(state))} is final, so its “${key}” would never happen.`;
      return error('final-misused', `${pointer}/${key}`, message, `Remove “${key}”, or remove "type": "final".`);
    }),
  ];
}

/** A history state is a way back into its parent, and nothing else. */
function checkHistory(state: StateView): Problem[] {
  const { node, pointer } = state;
  const other = (['states', 'on', 'after', 'always', 'entry', 'exit', 'onDone'] as const).filter(
    (key) => node[key] !== undefined,
  );
  const alone = state.parent
    ? []
    : [error('history-misused', pointer, 'A whole chart cannot be a history state.', 'Remove “type”.')];
  return [
    ...alone,
    ...other.map((key) => {
      const message = `${withCapital(nameOfState(state))} is a history state: nobody is ever in it, so its “${key}” would never happen.`;
      return error('history-misused', `${pointer}/${key}`, message, `Remove “${key}”.`);
    }),
  ];
}

function checkParallel(state: StateView): Problem[] {
  const regions = state.children.filter((child) => child.kind !== 'history');
  const few = regions.length < 2 ? [tooFewRegions(state)] : [];
  const ends = regions.filter((region) => region.kind === 'final');
  return [
    ...few,
    ...ends.map((region) => {
      const message = `${withCapital(nameOfState(region))} runs beside others, so it cannot be final by itself.`;
      return error(
        'final-misused',
        region.pointer,
        message,
        'Give it states inside, and make the last of those final.',
      );
    }),
  ];
}

function tooFewRegions(state: StateView): Problem {
  const message = `${withCapital(nameOfState(state))} is parallel but has fewer than two states to run side by side.`;
  return warning(
    'parallel-misused',
    state.pointer,
    message,
    'Remove "type": "parallel" and name the first state, or add another.',
  );
}

/** `onDone` is for a state that can be done: with a final state inside, or in every region. */
function checkDone(state: StateView): Problem[] {
  if (state.node.onDone === undefined || state.kind === 'final' || state.kind === 'history') return [];
  const at = `${state.pointer}/onDone`;
  if (!state.parent) {
    return [
      error(
        'done-misused',
        at,
        'When a whole chart is done, it is over: “onDone” would never happen.',
        'Remove “onDone”.',
      ),
    ];
  }
  if (canEnd(state)) return [];
  const message = `${withCapital(nameOfState(state))} waits to be done, but has no final state inside${state.kind === 'parallel' ? ' each of its regions' : ''}.`;
  return [
    error(
      'done-misused',
      at,
      message,
      'Make the state in which it is done final ("type": "final"), or remove “onDone”.',
    ),
  ];
}

function canEnd(state: StateView): boolean {
  if (state.kind !== 'parallel') return state.children.some((child) => child.kind === 'final');
  return state.children.every((region) => region.kind === 'history' || canEnd(region));
}

function checkId(chart: ChartView, state: StateView): Problem[] {
  const { id } = state.node;
  if (id === undefined) return [];
  if (!state.parent) {
    const message = 'The chart itself cannot be led to, so it needs no id.';
    return [error('id-misplaced', `${state.pointer}/id`, message, 'Remove “id”, or give it to one of the states.')];
  }
  if (chart.byId.get(id) === state) return [];
  const message = `The id “${id}” of ${nameOfState(state)} is already used by ${nameOfState(chart.byId.get(id) ?? state)}.`;
  return [error('duplicate-id', `${state.pointer}/id`, message, 'Give each state an id of its own.')];
}
