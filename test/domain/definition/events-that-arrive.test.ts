import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const text = (words: string) => ({ en: words, fr: words });

describeRefusals('an event that nobody can do, or that never arrives, is refused', [
  {
    when: 'a state reacts to an event that the engine carries out itself',
    code: 'event-never-comes',
    at: `${LIVE}/talks/on/ASSIGN`,
    change: { [`${LIVE}/talks/on/ASSIGN`]: 'adjudication' },
  },
  {
    when: 'the case reacts to an event that goes to parties',
    code: 'event-never-comes',
    at: `${LIVE}/response/on/FILE_RESPONSE`,
    change: { [`${LIVE}/response/on/FILE_RESPONSE`]: 'talks' },
    says: ['PARTY_CHANGED'],
  },
  {
    when: 'a party reacts to an event that goes to the case',
    code: 'event-never-comes',
    at: `${RESPONDENT}/served/on/WITHDRAW`,
    change: { [`${RESPONDENT}/served/on/WITHDRAW`]: 'answered' },
  },
  {
    when: 'the case reacts to a signal for parties',
    code: 'event-never-comes',
    at: `${LIVE}/response/on/SERVED`,
    change: { [`${LIVE}/response/on/SERVED`]: 'talks' },
    allows: {
      [`${RESPONDENT}/unserved/on/JOINED`]: { actions: { type: 'set', path: 'party.responded', value: 'false' } },
    },
  },
  {
    when: 'an event is told to a role that has no chart',
    code: 'told-without-chart',
    at: `${INTAKE}/review/on/PAY/actions/to`,
    change: { [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'applicant', event: 'HELLO' } },
  },
  {
    when: 'an event bears the name of a signal',
    code: 'reserved-name',
    at: '/events/SERVED',
    change: { '/events/SERVED': { title: text('Served'), by: ['registrar'] } },
  },
  {
    when: 'a chart tells what only the engine may say',
    code: 'reserved-name',
    at: `${RESPONDENT}/unserved/entry/event`,
    change: { [`${RESPONDENT}/unserved/entry`]: { type: 'tell', to: 'case', event: 'PARTY_CHANGED' } },
  },
  {
    when: 'an event bears the name of one of the engine’s commands',
    code: 'reserved-name',
    at: '/events/EXTEND_DEADLINE',
    change: { '/events/EXTEND_DEADLINE': { title: text('More time'), by: ['registrar'] } },
  },
  {
    when: 'an event has a name of XState’s own',
    code: 'bad-name',
    at: '/events/xstate.stop',
    change: { '/events/xstate.stop': { title: text('Stop'), by: ['applicant'] } },
    says: ['xstate.stop'],
  },
  {
    when: 'a party is assigned',
    code: 'role-not-assignable',
    at: `${LIVE}/adjudication/entry/role`,
    change: { [`${LIVE}/adjudication/entry/role`]: 'applicant' },
  },
  {
    when: 'a shared role is assigned',
    code: 'role-not-assignable',
    at: `${LIVE}/adjudication/entry/role`,
    change: { [`${LIVE}/adjudication/entry/role`]: 'registrar' },
  },
  {
    when: 'nobody acts for themselves: a representative needs the role of the party beside it',
    code: 'event-nobody-can-do',
    at: '/events/WITHDRAW/by',
    change: { '/events/WITHDRAW/by': ['representative'] },
  },
  {
    when: 'an event is declared that no state reacts to',
    code: 'event-nobody-can-do',
    at: '/events/PAUSE',
    change: { '/events/PAUSE': { title: text('Pause'), by: ['registrar'] } },
    says: ['PAUSE'],
    allows: { '/events/NOTE': { title: text('Note'), by: ['applicant'], scope: 'party', of: ['applicant'] } },
  },
  {
    when: 'an event for parties is one that none of their states reacts to',
    code: 'event-nobody-can-do',
    at: '/events/PAUSE',
    change: { '/events/PAUSE': { title: text('Pause'), by: ['registrar'], scope: 'party' } },
  },
  {
    when: 'only a state that cannot be reached reacts to an event',
    code: 'event-nobody-can-do',
    at: '/events/PAUSE',
    change: {
      '/events/PAUSE': { title: text('Pause'), by: ['registrar'] },
      '/chart/states/island': { meta: { stage: 'talks' }, on: { PAUSE: 'closed' } },
    },
  },
  {
    when: 'the condition of an event can never be true',
    code: 'event-nobody-can-do',
    at: '/events/WITHDRAW/when',
    change: { '/events/WITHDRAW/when': "data.application.kind == 'debt' && data.application.kind == 'damage'" },
  },
  {
    when: 'the condition of an event is true of nobody who may do it',
    code: 'event-nobody-can-do',
    at: '/events/WITHDRAW/when',
    change: { '/events/WITHDRAW/when': "actor.role == 'registrar'" },
    says: ['applicant'],
    allows: {
      '/events/WITHDRAW/by': ['applicant', 'registrar'],
      '/events/WITHDRAW/when': "actor.role == 'registrar'",
      '/guidance/live/registrar': text('Withdraw it for them.'),
    },
  },
  {
    when: 'an event asks for who stands beside a party, who acts in the party’s role',
    code: 'event-nobody-can-do',
    at: '/events/WITHDRAW/when',
    change: {
      '/events/WITHDRAW/by': ['applicant', 'representative'],
      '/events/WITHDRAW/when': "actor.role != 'applicant'",
    },
    allows: {
      '/events/WITHDRAW/by': ['applicant', 'representative'],
      '/events/WITHDRAW/when': "actor.role == 'applicant'",
    },
  },
  {
    when: 'the only way on is an event that is open to nobody',
    code: 'dead-end',
    at: '/chart/states/live/states/adjudication',
    change: { '/events/DECIDE/when': "actor.role == 'facilitator'", '/events/WITHDRAW/when': "actor.role == 'member'" },
  },
  {
    when: 'offers are answered that nobody can make',
    code: 'event-nobody-can-do',
    at: '/events/ACCEPT_OFFER/offer',
    change: { '/events/MAKE_OFFER': undefined },
  },
  {
    when: 'offers are made in a room that nobody opens',
    code: 'event-nobody-can-do',
    at: '/events/MAKE_OFFER',
    change: { [`${LIVE}/talks/entry`]: [] },
  },
  {
    when: 'a party has to be named for an event that moves the case',
    code: 'of-misplaced',
    at: '/events/WITHDRAW/of',
    change: { '/events/WITHDRAW/of': ['respondent'] },
  },
]);
