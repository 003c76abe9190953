import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const withdrawn = { type: 'outcome', outcome: 'withdrawn' };
const text = (words: string) => ({ en: words, fr: words });

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
]);

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
    when: 'a state waits for a party with no deadline',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft`,
    change: { [`${INTAKE}/draft/after`]: undefined },
    says: ['applicant'],
    allows: {
      [`${INTAKE}/draft/after`]: undefined,
      [`${INTAKE}/draft/entry`]: { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') },
      '/deadlines/draftWindow': undefined,
    },
  },
  {
    when: 'a state waits for a party with no deadline, though the case can be withdrawn or overtaken anywhere',
    code: 'wait-without-deadline',
    at: `${LIVE}/talks`,
    change: {
      [`${LIVE}/talks/after`]: undefined,
      '/chart/states/live/on/PARTY_CHANGED': { guard: 'someoneDefaulted', target: '.adjudication' },
      '/chart/states/live/on/REFUSE': { target: '#closed', actions: { type: 'outcome', outcome: 'refused' } },
      '/stages/2/target': { days: 30 },
    },
    says: ['respondent'],
    allows: {
      '/chart/states/live/on/PARTY_CHANGED': { guard: 'someoneDefaulted', target: '.adjudication' },
      '/chart/states/live/on/REFUSE': { target: '#closed', actions: { type: 'outcome', outcome: 'refused' } },
      '/guidance/live/registrar': text('Refuse, if need be.'),
      '/stages/2/target': { days: 30 },
    },
  },
  {
    when: 'a party waits for delivery that may never be confirmed',
    code: 'wait-without-deadline',
    at: `${RESPONDENT}/unserved`,
    change: { [`${RESPONDENT}/unserved/after`]: undefined, [`${RESPONDENT}/unserved/on/RECORD_SERVICE`]: undefined },
    says: ['what may never come'],
  },
  {
    when: 'a party chart waits for a party with no deadline, while the case waits for its parties',
    code: 'wait-without-deadline',
    at: `${RESPONDENT}/served`,
    change: { [`${RESPONDENT}/served/after`]: undefined, '/chart/states/live/on': undefined },
  },
  {
    when: 'a state waits for the tribunal with nothing in a queue',
    code: 'wait-without-deadline',
    at: `${INTAKE}/review`,
    change: { [`${INTAKE}/review/entry`]: undefined, '/stages/0/target': undefined },
    says: ['registrar'],
    allows: { [`${INTAKE}/review/entry`]: undefined },
  },
  {
    when: 'a state waits for a member whom nobody assigned',
    code: 'wait-without-deadline',
    at: `${LIVE}/adjudication`,
    change: { [`${LIVE}/adjudication/entry`]: undefined, '/stages/3/target': undefined },
    allows: { '/stages/3/target': undefined },
  },
  {
    when: 'the member is assigned on one way only',
    code: 'wait-without-deadline',
    at: `${LIVE}/adjudication`,
    change: {
      [`${LIVE}/adjudication/entry`]: undefined,
      '/stages/3/target': undefined,
      [`${LIVE}/talks/after/talksWindow`]: { target: 'adjudication', actions: { type: 'assign', role: 'member' } },
    },
    allows: {
      [`${LIVE}/adjudication/entry`]: undefined,
      '/stages/3/target': undefined,
      [`${LIVE}/talks/after/talksWindow`]: { target: 'adjudication', actions: { type: 'assign', role: 'member' } },
      [`${LIVE}/response/on/PARTY_CHANGED/1/actions`]: { type: 'assign', role: 'member' },
    },
  },
  {
    when: 'the task that is opened on the way in is opened on one way only',
    code: 'wait-without-deadline',
    at: `${INTAKE}/review`,
    change: {
      [`${INTAKE}/review/entry`]: undefined,
      '/stages/0/target': undefined,
      [`${INTAKE}/draft/on/SUBMIT`]: {
        target: 'review',
        actions: { type: 'task', task: 'review', queue: 'registrar', title: text('Look'), closedBy: ['PAY'] },
      },
      [`${INTAKE}/review/on/PAY`]: undefined,
      '/events/PAY': undefined,
      [`${INTAKE}/draft/after/draftWindow`]: 'review',
    },
    allows: {
      [`${INTAKE}/review/entry`]: undefined,
      '/stages/0/target': undefined,
      [`${INTAKE}/draft/on/SUBMIT`]: {
        target: 'review',
        actions: { type: 'task', task: 'review', queue: 'registrar', title: text('Look') },
      },
    },
  },
  {
    when: 'states lead round by themselves',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: {
      [`${LIVE}/talks/always`]: 'adjudication',
      [`${LIVE}/adjudication/always`]: { target: 'talks' },
    },
    says: ['live.talks'],
  },
  {
    when: 'a state leads to itself',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: { [`${LIVE}/talks/always`]: { target: 'talks', guard: 'offerAccepted' } },
  },
  {
    when: 'a state acts again and again',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: { [`${LIVE}/talks/always`]: { guard: 'offerAccepted', actions: { type: 'publish' } } },
  },
  {
    when: 'a state leads into itself',
    code: 'always-cycle',
    at: '/chart/states/live/always',
    change: { '/chart/states/live/always': { target: '.talks', guard: 'offerAccepted' } },
    allows: { '/chart/states/live/always': { target: '#closed', guard: 'offerAccepted', actions: withdrawn } },
  },
  {
    when: 'what is done starts again and is done at once',
    code: 'always-cycle',
    at: '/chart/states/again/onDone',
    change: {
      '/chart/states/again': {
        id: 'again',
        meta: { stage: 'talks' },
        initial: 'end',
        states: { end: { type: 'final' } },
        onDone: 'again',
      },
      [`${LIVE}/talks/after/talksWindow`]: '#again',
    },
  },
  {
    when: 'opposite guards lead round after a value was set in between',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: {
      '/guards/large': 'data.application.amount > 5',
      '/guards/small': 'data.application.amount <= 5',
      [`${LIVE}/talks/always`]: {
        target: 'adjudication',
        guard: 'large',
        actions: { type: 'set', path: 'data.application.amount', value: '1' },
      },
      [`${LIVE}/adjudication/always`]: {
        target: 'talks',
        guard: 'small',
        actions: { type: 'set', path: 'data.application.amount', value: '9' },
      },
    },
    allows: {
      '/guards/large': 'data.application.amount > 5',
      '/guards/small': 'data.application.amount <= 5',
      [`${LIVE}/talks/always`]: { target: 'adjudication', guard: 'large' },
      [`${LIVE}/adjudication/always`]: { target: 'talks', guard: 'small' },
    },
  },
  {
    when: 'case and party keep telling each other the same',
    code: 'tell-cycle',
    at: '*',
    change: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: { actions: { type: 'tell', to: 'respondent', event: 'PING' } },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
    says: ['PING', 'PONG'],
    allows: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: { actions: { type: 'refund', fee: 'application' } },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
  },
  {
    when: 'a party that moves to and fro makes the case send it to and fro',
    code: 'tell-cycle',
    at: '*',
    change: {
      [`${LIVE}/response/on/PARTY_CHANGED`]: [
        { guard: 'everyoneAnswered', target: 'talks' },
        { guard: 'someoneDefaulted', target: 'adjudication' },
        { actions: { type: 'tell', to: 'respondent', event: 'FLIP' } },
      ],
      [`${RESPONDENT}/unserved/on/FLIP`]: 'other',
      [`${RESPONDENT}/other`]: { on: { FLIP: 'unserved' } },
    },
  },
  {
    when: 'guards may or may not end what charts tell each other',
    code: 'tell-cycle',
    severity: 'warning',
    at: '*',
    change: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: {
        guard: 'withinLimit',
        actions: { type: 'tell', to: 'respondent', event: 'PING' },
      },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
  },
  {
    when: 'a guard can never be true',
    code: 'guard-never-true',
    at: `${LIVE}/response/on/PARTY_CHANGED/1/guard`,
    change: {
      [`${LIVE}/response/on/PARTY_CHANGED/1/guard`]: { all: ['someoneDefaulted', { not: 'someoneDefaulted' }] },
    },
  },
  {
    when: 'a guard contradicts the condition of its event',
    code: 'guard-never-true',
    at: `${RESPONDENT}/served/on/FILE_RESPONSE/guard`,
    change: { '/guards/late': 'party.responded', [`${RESPONDENT}/served/on/FILE_RESPONSE/guard`]: 'late' },
  },
  {
    when: 'a transition before it is always taken',
    code: 'shadowed-transition',
    at: `${LIVE}/talks/on/ACCEPT_OFFER/1`,
    change: { [`${LIVE}/talks/on/ACCEPT_OFFER/0/guard`]: undefined },
  },
  {
    when: 'a wider guard comes first',
    code: 'shadowed-transition',
    at: `${INTAKE}/review/on/ISSUE/1`,
    change: {
      '/guards/small': 'data.application.amount <= 1000',
      [`${INTAKE}/review/on/ISSUE`]: [
        { guard: 'withinLimit', target: '#live' },
        { guard: 'small', target: '#live' },
      ],
    },
    allows: {
      '/guards/small': 'data.application.amount <= 1000',
      [`${INTAKE}/review/on/ISSUE`]: [
        { guard: 'small', target: '#live', actions: { type: 'notify', notice: 'dispute-notice' } },
        { guard: 'withinLimit', target: '#live', actions: { type: 'generate', document: 'dispute-notice' } },
      ],
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
    when: 'a state belongs to no stage',
    code: 'state-without-stage',
    at: `${LIVE}/talks`,
    change: { [`${LIVE}/talks/meta`]: undefined },
    allows: { '/chart/meta': { stage: 'talks' }, [`${LIVE}/talks/meta`]: undefined },
  },
  {
    when: 'a role can act without being told what this means for them',
    code: 'missing-guidance',
    at: '/guidance/live.talks/respondent',
    change: { '/guidance/live.talks': undefined },
    says: ['MAKE_OFFER', 'respondent'],
    allows: { '/guidance/live.talks': undefined, '/guidance/live/respondent': text('Talk.') },
  },
  {
    when: 'a role can act wherever a case is open, and is told only in some places',
    code: 'missing-guidance',
    at: '/guidance/intake.draft/registrar',
    change: {
      '/chart/on': { REFUSE: { target: '.closed', actions: { type: 'outcome', outcome: 'refused' } } },
      '/guidance/live/registrar': text('Refuse, if need be.'),
      '/guidance/intake/registrar': undefined,
    },
    allows: {
      '/chart/on': { REFUSE: { target: '.closed', actions: { type: 'outcome', outcome: 'refused' } } },
      '/guidance/live/registrar': text('Refuse, if need be.'),
    },
  },
  {
    when: 'a party is not told what its own state means',
    code: 'missing-guidance',
    at: '/guidance/respondent:served/respondent',
    change: { '/guidance/respondent:served': undefined },
  },
  {
    when: 'someone who can act on the chart of a party is told nothing',
    code: 'missing-guidance',
    at: '/guidance/respondent:unserved/registrar',
    change: { '/guidance/respondent:unserved/registrar': undefined },
    allows: { '/guidance/respondent:unserved/applicant': undefined },
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
  {
    when: 'a deadline is counted from service, and there is a way to it without service',
    code: 'basis-may-be-empty',
    at: `${RESPONDENT}/served/after/responseWindow`,
    change: { [`${RESPONDENT}/unserved/on/RECORD_SERVICE/actions`]: [] },
    says: ['party.servedOn'],
    allows: {
      [`${RESPONDENT}/unserved/on/RECORD_SERVICE/actions`]: [],
      '/deadlines/responseWindow/basis': 'has(party.servedOn) ? party.servedOn : "2026-03-02"',
    },
  },
  {
    when: 'the date of service is set from an answer that need not be given',
    code: 'basis-may-be-empty',
    at: `${RESPONDENT}/served/after/responseWindow`,
    change: { '/forms/service/pages/0/fields/0/required': false },
  },
  {
    when: 'a deadline is counted from an answer of a page that not everyone sees',
    code: 'basis-may-be-empty',
    at: `${LIVE}/talks/after/talksWindow`,
    change: {
      '/deadlines/talksWindow/basis': 'data.application.incidentOn',
      '/forms/application/pages/0/showIf': "form.kind == 'debt'",
    },
    allows: { '/deadlines/talksWindow/basis': 'data.application.incidentOn' },
  },
  {
    when: 'a deadline is counted from an answer of an event that not every way brings',
    code: 'basis-may-be-empty',
    at: `${LIVE}/talks/after/talksWindow`,
    change: { '/deadlines/talksWindow/basis': 'data.application.incidentOn', [`${INTAKE}/draft/on/PAY`]: 'review' },
  },
  {
    when: 'a deadline starts with the case and is counted from what nobody has said yet',
    code: 'basis-may-be-empty',
    at: `${INTAKE}/draft/after/draftWindow`,
    change: { '/deadlines/draftWindow/basis': 'data.application.incidentOn' },
    allows: { '/deadlines/draftWindow/basis': 'now' },
  },
  {
    when: 'a deadline is counted from an answer of the event that starts it, which need not be given',
    code: 'basis-may-be-empty',
    at: `${RESPONDENT}/served/after/responseWindow`,
    change: {
      '/deadlines/responseWindow/basis': 'event.on',
      '/forms/service/pages/0/fields/0/required': false,
      [`${RESPONDENT}/unserved/on/SERVED`]: undefined,
    },
    allows: { '/deadlines/responseWindow/basis': 'event.on' },
  },
  {
    when: 'an offer stands until a date that need not be given',
    code: 'basis-may-be-empty',
    at: '/events/MAKE_OFFER/offer/deadline',
    change: {
      '/deadlines/offerWindow/basis': 'event.until',
      '/forms/offer/pages/0/fields/1': { id: 'until', type: 'date', label: text('Until') },
    },
    allows: {
      '/deadlines/offerWindow/basis': 'event.until',
      '/forms/offer/pages/0/fields/1': { id: 'until', type: 'date', label: text('Until'), required: true },
    },
  },
]);

describeRefusals('a chart that is odd is warned of', [
  {
    when: 'a party chart waits for a party with no deadline, and the case can go on without',
    code: 'wait-without-deadline',
    severity: 'warning',
    at: `${RESPONDENT}/served`,
    change: { [`${RESPONDENT}/served/after`]: undefined, [`${LIVE}/response/after`]: { talksWindow: 'adjudication' } },
  },
  {
    when: 'a stage should be over before its deadline has run',
    code: 'target-too-short',
    severity: 'warning',
    at: '/stages/2/target',
    change: { '/stages/2/target': { days: 14 } },
    says: ['talksWindow'],
    allows: { '/stages/2/target': { days: 21 } },
  },
  {
    when: 'the applicant can lead a case round and round',
    code: 'can-stall',
    severity: 'warning',
    at: '*',
    change: {
      [`${LIVE}/talks/after`]: undefined,
      [`${LIVE}/talks/on/REST`]: 'rest',
      [`${LIVE}/rest`]: {
        meta: { stage: 'talks' },
        on: { RESUME: 'talks' },
        entry: { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') },
      },
      '/events/REST': { title: text('Rest'), by: ['applicant'] },
      '/events/RESUME': { title: text('Resume'), by: ['applicant', 'representative'] },
    },
    says: ['applicant', 'live.rest'],
  },
  ...(['forms', 'notices', 'documents', 'fees', 'guards', 'deadlines', 'partyCharts'] as const).map((part) => ({
    when: `one of the ${part} is used nowhere`,
    code: 'unused' as const,
    severity: 'warning' as const,
    at: `/${part}/spare`,
    change: { [`/${part}/spare`]: SPARE(part) },
    says: ['spare'],
  })),
]);

function SPARE(part: string): unknown {
  const spare: Record<string, unknown> = {
    forms: { title: text('Spare'), pages: [{ id: 'p', fields: [{ id: 'f', type: 'text', label: text('F') }] }] },
    notices: { to: ['applicant'], channels: ['portal'], template: 'notice', subject: text('S'), body: text('B') },
    documents: { template: 'letter', access: 'case' },
    fees: { amount: 1 },
    guards: 'true',
    deadlines: { count: 1, unit: 'weeks', why: text('W') },
    partyCharts: { initial: 'a', states: { a: { type: 'final' } } },
  };
  return spare[part];
}

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
