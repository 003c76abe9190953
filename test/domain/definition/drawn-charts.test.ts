import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';

describeRefusals('a chart that cannot run as it is drawn is refused', [
  {
    when: 'the chart of the case has no states',
    code: 'chart-without-states',
    at: '/chart',
    change: { '/chart': { meta: { stage: 'intake' } } },
  },
  {
    when: 'a party chart has no states',
    code: 'chart-without-states',
    at: '/partyCharts/respondent',
    change: { '/partyCharts/respondent': {} },
  },
  {
    when: 'a state does not say which of its states comes first',
    code: 'missing-initial',
    at: '/chart/states/intake',
    change: { '/chart/states/intake/initial': undefined },
    says: ['draft, review'],
  },
  {
    when: 'the chart does not say which state comes first',
    code: 'missing-initial',
    at: '/chart',
    change: { '/chart/initial': undefined },
  },
  {
    when: 'a state without states inside says which comes first',
    code: 'initial-misplaced',
    at: `${LIVE}/talks/initial`,
    change: { [`${LIVE}/talks/initial`]: 'first' },
  },
  {
    when: 'states that run side by side have a first one',
    code: 'initial-misplaced',
    at: `${LIVE}/talks/initial`,
    change: {
      [`${LIVE}/talks/initial`]: 'a',
      [`${LIVE}/talks/type`]: 'parallel',
      [`${LIVE}/talks/states`]: { a: {}, b: {} },
    },
    allows: { [`${LIVE}/talks/type`]: 'parallel', [`${LIVE}/talks/states`]: { a: {}, b: {} } },
  },
  {
    when: 'only one state runs side by side',
    code: 'parallel-misused',
    severity: 'warning',
    at: `${LIVE}/talks`,
    change: { [`${LIVE}/talks/type`]: 'parallel', [`${LIVE}/talks/states`]: { a: {} } },
  },
  {
    when: 'a state that runs beside another is final',
    code: 'final-misused',
    at: `${LIVE}/talks/states/a`,
    change: { [`${LIVE}/talks/type`]: 'parallel', [`${LIVE}/talks/states`]: { a: { type: 'final' }, b: {} } },
  },
  {
    when: 'a final state leads on',
    code: 'final-misused',
    at: '/chart/states/closed/on',
    change: { '/chart/states/closed/on': { WITHDRAW: 'live' } },
  },
  {
    when: 'a whole chart is final',
    code: 'final-misused',
    at: '/partyCharts/respondent',
    change: { '/partyCharts/respondent/type': 'final' },
  },
  {
    when: 'a history state has an entry',
    code: 'history-misused',
    at: `${INTAKE}/back/entry`,
    change: { [`${INTAKE}/back`]: { type: 'history', entry: [] } },
    allows: { [`${INTAKE}/back`]: { type: 'history' }, [`${INTAKE}/review/on/PAY`]: 'back' },
  },
  {
    when: 'a whole chart is a history state',
    code: 'history-misused',
    at: '/partyCharts/respondent',
    change: { '/partyCharts/respondent': { type: 'history' } },
  },
  {
    when: 'a state starts in a history state',
    code: 'history-misused',
    at: '/chart/states/intake/initial',
    change: { '/chart/states/intake/initial': 'back', [`${INTAKE}/back`]: { type: 'history' } },
  },
  {
    when: 'a state waits to be done but has no end inside',
    code: 'done-misused',
    at: '/chart/states/intake/onDone',
    change: { '/chart/states/intake/onDone': 'live' },
    allows: {
      '/chart/states/intake/onDone': { target: 'live' },
      [`${INTAKE}/checked`]: { type: 'final' },
      [`${INTAKE}/review/on/ISSUE/target`]: 'checked',
    },
  },
  {
    when: 'of states that run side by side one has no end',
    code: 'done-misused',
    at: `${LIVE}/talks/onDone`,
    change: {
      [`${LIVE}/talks/onDone`]: 'adjudication',
      [`${LIVE}/talks/type`]: 'parallel',
      [`${LIVE}/talks/states`]: { a: { initial: 'end', states: { end: { type: 'final' } } }, b: {} },
    },
  },
  {
    when: 'the whole chart waits to be done',
    code: 'done-misused',
    at: '/chart/onDone',
    change: { '/chart/onDone': '.closed' },
  },
  {
    when: 'the chart itself has an id',
    code: 'id-misplaced',
    at: '/chart/id',
    change: { '/chart/id': 'root' },
  },
  {
    when: 'two states have the same id',
    code: 'duplicate-id',
    at: '/chart/states/closed/id',
    change: { [`${LIVE}/talks/id`]: 'closed' },
    says: ['closed', 'live.talks'],
  },
  {
    when: 'two stages have the same id',
    code: 'duplicate-id',
    at: '/stages/1/id',
    change: { '/stages/1/id': 'intake' },
  },
  {
    when: 'states lie more than eight deep',
    code: 'states-too-deep',
    at: `${LIVE}/talks*`,
    change: nested(`${LIVE}/talks`, 8),
    allows: nested(`${LIVE}/talks`, 5),
  },
  {
    when: 'there are more than five hundred states',
    code: 'too-many-states',
    at: '/chart',
    change: { '/chart/states/many': { initial: 's0', states: manyStates(501) } },
  },
  {
    when: 'there are more than five thousand transitions',
    code: 'too-many-transitions',
    at: '/chart',
    change: {
      '/chart/states/many': {
        meta: { stage: 'talks' },
        initial: 's0',
        states: Object.fromEntries(
          Array.from({ length: 260 }, (_, n) => [`s${n}`, { on: { WITHDRAW: Array(20).fill('s0') } }]),
        ),
      },
    },
  },
  {
    when: 'a transition combines more than fifty guards',
    code: 'guard-too-large',
    at: `${INTAKE}/review/on/ISSUE/guard`,
    change: { [`${INTAKE}/review/on/ISSUE/guard`]: { all: Array(6).fill({ any: Array(10).fill('withinLimit') }) } },
  },
]);

function nested(pointer: string, levels: number) {
  const states = Array.from({ length: levels }, (_, level) => `${pointer}${'/states/s'.repeat(level)}`);
  return Object.fromEntries(
    states.flatMap((at) => [
      [`${at}/initial`, 's'],
      [`${at}/states`, { s: {} }],
    ]),
  );
}

function manyStates(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, { meta: { stage: 'intake' } }]));
}
