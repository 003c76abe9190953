import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const withdrawn = { type: 'outcome', outcome: 'withdrawn' };
const text = (words: string) => ({ en: words, fr: words });

/** Talks that close the case when they are done: given up, or their time spent. */
const endingInside = (ends: Record<'givenUp' | 'spent', object>) => ({
  [`${LIVE}/talks/after`]: undefined,
  [`${LIVE}/talks/initial`]: 'open',
  [`${LIVE}/talks/states`]: { open: { on: { GIVE_UP: 'givenUp' }, after: { talksWindow: 'spent' } }, ...ends },
  [`${LIVE}/talks/onDone`]: '#closed',
  '/events/GIVE_UP': { title: text('Give up'), by: ['applicant'] },
});
/** Talks in two regions that close the case when both are over, the first of them as given. */
const endingBeside = (over: object) => ({
  [`${LIVE}/talks/after`]: undefined,
  [`${LIVE}/talks/type`]: 'parallel',
  [`${LIVE}/talks/states`]: {
    one: { initial: 'open', states: { open: { after: { talksWindow: 'over' } }, over } },
    other: { initial: 'open', states: { open: { after: { talksWindow: 'over' } }, over: { type: 'final' } } },
  },
  [`${LIVE}/talks/onDone`]: '#closed',
});

describeRefusals('a chart in which a case could be lost is refused', [
  {
    when: 'nothing leads to a state',
    code: 'unreachable-state',
    at: `${LIVE}/talks`,
    change: { [`${LIVE}/response/on/PARTY_CHANGED/0/target`]: 'adjudication' },
    says: ['live.talks'],
  },
  {
    when: 'nothing leads to a state of a party',
    code: 'unreachable-state',
    at: `${RESPONDENT}/answered`,
    change: { [`${RESPONDENT}/served/on/FILE_RESPONSE/target`]: 'defaulted' },
  },
  {
    when: 'only a guard that is never true leads to a state',
    code: 'unreachable-state',
    at: `${LIVE}/talks`,
    change: { '/guards/everyoneAnswered': 'party.responded && !party.responded' },
  },
  {
    when: 'a state can be come back to only by a history state that nothing leads to',
    code: 'unreachable-state',
    at: `${INTAKE}/back`,
    change: { [`${INTAKE}/back`]: { type: 'history' } },
  },
  {
    when: 'nobody can do anything in a state',
    code: 'dead-end',
    at: `${LIVE}/adjudication`,
    change: { [`${LIVE}/adjudication/on`]: undefined, '/chart/states/live/on': undefined },
    says: ['live.adjudication'],
  },
  {
    when: 'only an event of a role that is not there could lead on',
    code: 'dead-end',
    at: `${INTAKE}/review`,
    change: { '/events/ISSUE/by/0': 'clerk', '/events/REFUSE/by/0': 'clerk', '/events/PAY/by': ['clerk'] },
  },
  {
    when: 'a party can be where nothing happens any more, though that is not its end',
    code: 'dead-end',
    at: `${RESPONDENT}/answered`,
    change: { [`${RESPONDENT}/answered/type`]: undefined },
  },
  {
    when: 'a state waits only for a condition that nobody looks at again',
    code: 'dead-end',
    at: `${LIVE}/waiting`,
    change: {
      [`${LIVE}/waiting`]: { meta: { stage: 'talks' }, always: { guard: 'offerAccepted', target: 'adjudication' } },
      [`${LIVE}/talks/after/talksWindow`]: 'waiting',
      '/chart/states/live/on': undefined,
    },
    allows: {
      [`${LIVE}/waiting`]: {
        meta: { stage: 'talks' },
        always: [
          { guard: 'offerAccepted', target: 'adjudication' },
          { target: '#closed', actions: withdrawn },
        ],
      },
      [`${LIVE}/talks/after/talksWindow`]: 'waiting',
    },
  },
  {
    when: 'an inner end leads nowhere',
    code: 'dead-end',
    at: `${INTAKE}/checked`,
    change: { [`${INTAKE}/checked`]: { type: 'final' }, [`${INTAKE}/review/on/REFUSE/target`]: 'checked' },
  },
  {
    when: 'a state that runs beside another stops, and neither leads out',
    code: 'dead-end',
    at: '/chart/states/twin/states/a/states/stuck',
    change: {
      '/chart/states/twin': twin({ DECIDE: 'end' }),
      [`${LIVE}/adjudication/on/DECIDE/target`]: '#twin',
    },
    allows: {
      '/chart/states/twin': twin({ DECIDE: { target: '#closed' } }),
      '/chart/states/twin/states/b/states/end': undefined,
      [`${LIVE}/adjudication/on/DECIDE/target`]: '#twin',
      '/guidance/twin': { member: text('Decide.'), facilitator: text('Help.') },
      '/chart/states/twin/meta': { stage: 'decision' },
    },
  },
  {
    when: 'no case can ever be closed',
    code: 'never-ends',
    at: '/chart',
    change: { '/chart/states/closed/type': undefined },
  },
  {
    when: 'from some states no way leads to the end',
    code: 'never-ends',
    at: `${LIVE}/talks`,
    change: {
      '/chart/states/live/on': undefined,
      [`${LIVE}/talks/on/ACCEPT_OFFER`]: 'adjudication',
      [`${LIVE}/adjudication/on/DECIDE/target`]: 'talks',
    },
  },
  {
    when: 'a case can be closed without an outcome',
    code: 'final-without-outcome',
    at: '/chart/states/closed',
    change: { '/chart/states/live/on/WITHDRAW/actions': [] },
    says: ['closed'],
    allows: {
      '/chart/states/live/on/WITHDRAW/actions': [],
      '/chart/states/closed/entry': withdrawn,
    },
  },
  {
    when: 'the outcome was taken back before the case is closed',
    code: 'final-without-outcome',
    at: '/chart/states/closed',
    change: {
      '/chart/states/live/exit': { type: 'outcome', outcome: 'none' },
      '/chart/states/live/on/WITHDRAW/actions': [],
    },
  },
  {
    when: 'what is done closes the case, and one of its ends records no outcome',
    code: 'final-without-outcome',
    at: '/chart/states/closed',
    change: endingInside({ givenUp: { type: 'final', entry: withdrawn }, spent: { type: 'final' } }),
    allows: endingInside({
      givenUp: { type: 'final', entry: withdrawn },
      spent: { type: 'final', entry: { type: 'outcome', outcome: 'dismissed' } },
    }),
  },
  {
    when: 'what is done in all its regions closes the case, and none of them records an outcome',
    code: 'final-without-outcome',
    at: '/chart/states/closed',
    change: endingBeside({ type: 'final' }),
    allows: endingBeside({ type: 'final', entry: withdrawn }),
  },
  {
    when: 'a state belongs to no stage',
    code: 'state-without-stage',
    at: `${LIVE}/talks`,
    change: { [`${LIVE}/talks/meta`]: undefined },
    allows: { '/chart/meta': { stage: 'talks' }, [`${LIVE}/talks/meta`]: undefined },
  },
  {
    when: 'the stage in which every case begins is called exceptional',
    code: 'exceptional-beginning',
    severity: 'warning',
    at: '/stages/0/exceptional',
    change: { '/stages/0/exceptional': true },
    allows: { '/stages/2/exceptional': true },
  },
]);

/** Two states side by side; `a` can be stuck. */
function twin(on: Record<string, unknown>) {
  return {
    id: 'twin',
    type: 'parallel',
    meta: { stage: 'decision' },
    states: {
      a: { initial: 'open', states: { open: { after: { talksWindow: 'stuck' } }, stuck: {} } },
      b: { initial: 'open', states: { open: { on }, end: { type: 'final' } } },
    },
  };
}
