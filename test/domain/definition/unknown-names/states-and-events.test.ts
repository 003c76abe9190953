import { describeRefusals } from '../refusals.ts';

const REVIEW = '/chart/states/intake/states/review';

describeRefusals('a definition that names what does not exist is refused', [
  {
    when: 'a transition leads to a state that is not there',
    code: 'unknown-target',
    at: '/chart/states/intake/states/draft/on/SUBMIT',
    change: { '/chart/states/intake/states/draft/on/SUBMIT': 'reveiw' },
    says: ['reveiw', 'Did you mean “review”?'],
  },
  {
    when: 'a target names the id of a state wrongly',
    code: 'unknown-target',
    at: `${REVIEW}/on/REFUSE/target`,
    change: { [`${REVIEW}/on/REFUSE/target`]: '#close' },
    says: ['#closed'],
    allows: { [`${REVIEW}/on/REFUSE/target`]: '#closed' },
  },
  {
    when: 'a target names a state without the # of its id',
    code: 'unknown-target',
    at: `${REVIEW}/on/ISSUE/target`,
    change: { [`${REVIEW}/on/ISSUE/target`]: 'live' },
    says: ['#live'],
    allows: { [`${REVIEW}/on/ISSUE/target`]: '#live.response' },
  },
  {
    when: 'a target names a child that is not there',
    code: 'unknown-target',
    at: '/chart/states/live/on/WITHDRAW/target',
    change: { '/chart/states/live/on/WITHDRAW/target': '.nowhere' },
  },
  {
    when: 'a state starts in a state that is not inside it',
    code: 'unknown-initial',
    at: '/chart/states/live/initial',
    change: { '/chart/states/live/initial': 'closed' },
  },
  {
    when: 'a transition asks a guard that is not there',
    code: 'unknown-guard',
    at: `${REVIEW}/on/ISSUE/guard`,
    change: { [`${REVIEW}/on/ISSUE/guard`]: { any: ['withinLimit', { not: 'withinLimits' }] } },
    says: ['Did you mean “withinLimit”?'],
    allows: { [`${REVIEW}/on/ISSUE/guard`]: { any: ['withinLimit', 'someoneDefaulted'] } },
  },
  {
    when: 'a state belongs to a stage that is not there',
    code: 'unknown-stage',
    at: '/chart/states/live/states/talks/meta/stage',
    change: { '/chart/states/live/states/talks/meta/stage': 'negotiation' },
  },
  {
    when: 'a case ends with an outcome that there is not',
    code: 'wrong-value',
    at: '/chart/states/live/on/WITHDRAW/actions/outcome',
    change: { '/chart/states/live/on/WITHDRAW/actions/outcome': 'won' },
    says: ['withdrawn'],
  },
  {
    when: 'a task is done by an event that is not there',
    code: 'unknown-event',
    at: `${REVIEW}/entry/closedBy/0`,
    change: { [`${REVIEW}/entry/closedBy`]: ['ISSUED'] },
    says: ['ISSUE'],
    allows: { [`${REVIEW}/entry/closedBy`]: ['ISSUE', 'REFUSE'] },
  },
  {
    when: 'an event is told that nobody there reacts to',
    code: 'unknown-event',
    at: `${REVIEW}/on/PAY/actions/event`,
    change: { [`${REVIEW}/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'HELLO' } },
    says: ['HELLO'],
    allows: {
      [`${REVIEW}/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'HELLO' },
      '/partyCharts/respondent/states/unserved/on/HELLO': 'served',
      '/partyCharts/respondent/states/served/entry': { type: 'set', path: 'party.servedOn', value: "'2026-03-02'" },
    },
  },
  {
    when: 'a state reacts to an event that is neither declared nor told',
    code: 'unknown-event',
    at: `${REVIEW}/on/APPROVE`,
    change: { [`${REVIEW}/on/APPROVE`]: '#live' },
    says: ['APPROVE'],
  },
  {
    when: 'a role lives in a party chart that is not there',
    code: 'unknown-party-chart',
    at: '/roles/respondent/chart',
    change: { '/roles/respondent/chart': 'defendant' },
  },
  {
    when: 'guidance is for a state that is not there',
    code: 'unknown-state',
    at: '/guidance/live.negotiation',
    change: { '/guidance/live.negotiation': { applicant: { en: 'Talk.', fr: 'Parlez.' } } },
    says: ['live.negotiation'],
  },
  {
    when: 'a guard asks whether a party is in a state that is not there',
    code: 'unknown-state',
    at: '/guards/someoneDefaulted',
    change: { '/guards/someoneDefaulted': "parties.exists(p, inState(p, 'default'))" },
    says: ['defaulted'],
  },
]);
