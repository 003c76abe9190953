import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const text = (words: string) => ({ en: words, fr: words });
const chase = { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') };
const asksForTime = {
  [`${RESPONDENT}/served/after`]: undefined,
  [`${RESPONDENT}/served/on/ASK_TIME`]: { actions: { ...chase, closedBy: ['FILE_RESPONSE'] } },
  '/events/ASK_TIME': { title: text('Ask for time'), by: ['respondent'], scope: 'party' },
  '/deadlines/responseWindow': undefined,
  '/notices/response-reminder': undefined,
  '/scenarios': [],
};
/** The case waits in two regions at once: one comes to rest, the other is as given. */
const inParallel = (other: Record<string, object>) => ({
  [`${LIVE}/talks/after/talksWindow`]: 'both',
  [`${LIVE}/both`]: {
    type: 'parallel',
    meta: { stage: 'talks' },
    on: { GO: 'adjudication' },
    states: {
      one: { initial: 'rest', states: { rest: {} } },
      two: {
        initial: 'busy',
        states: Object.fromEntries(Object.entries(other).map(([name, state]) => [name, { ...state, entry: chase }])),
      },
    },
  },
  '/events/GO': { title: text('Go on'), by: ['applicant'] },
  '/events/TURN': { title: text('Turn'), by: ['applicant', 'registrar'] },
  '/guidance/live/registrar': text('Wait.'),
});

/** A draft is written until its time is over, and then as given. */
const writingUntil = (onDone: object) => ({
  [`${INTAKE}/draft`]: {
    initial: 'writing',
    states: { writing: { on: { SUBMIT: '#review' }, after: { draftWindow: 'over' } }, over: { type: 'final' } },
    onDone,
  },
  [`${INTAKE}/review/id`]: 'review',
});

describeRefusals('a chart in which a case could wait for ever is refused', [
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
    when: 'a party chart waits for a party with no deadline, and the case can go on without',
    code: 'wait-without-deadline',
    severity: 'warning',
    at: `${RESPONDENT}/served`,
    change: { [`${RESPONDENT}/served/after`]: undefined, [`${LIVE}/response/after`]: { talksWindow: 'adjudication' } },
  },
  {
    when: 'the deadline runs out and nothing happens',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft`,
    change: { [`${INTAKE}/draft/after/draftWindow`]: { actions: [] } },
    says: ['applicant'],
    allows: { [`${INTAKE}/draft/after/draftWindow`]: { actions: chase } },
  },
  {
    when: 'nothing may happen when the deadline has run out, for a guard takes it that does nothing',
    code: 'wait-without-deadline',
    at: `${LIVE}/talks`,
    change: {
      [`${LIVE}/talks/after/talksWindow`]: [{ guard: 'someoneDefaulted', actions: [] }, { target: 'adjudication' }],
    },
    allows: {
      [`${LIVE}/talks/after/talksWindow`]: [{ guard: 'someoneDefaulted', actions: chase }, { target: 'adjudication' }],
    },
  },
  {
    when: 'the deadline leads back to the state in which it ran',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft`,
    change: { [`${INTAKE}/draft/after/draftWindow`]: 'draft' },
  },
  {
    when: 'the deadline leads to a state that leads back at once',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft`,
    change: {
      [`${INTAKE}/draft/after/draftWindow`]: 'over',
      [`${INTAKE}/over`]: { always: [{ guard: 'someoneDefaulted', target: 'review' }, { target: 'draft' }] },
    },
    allows: {
      [`${INTAKE}/draft/after/draftWindow`]: 'over',
      [`${INTAKE}/over`]: {
        always: [
          { guard: 'someoneDefaulted', target: 'review' },
          { target: 'draft', actions: chase },
        ],
      },
    },
  },
  {
    when: 'the deadline ends a part of the chart, which begins anew when it is done',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft/states/writing`,
    change: writingUntil({ target: 'draft' }),
    allows: writingUntil({ target: '#closed', actions: { type: 'outcome', outcome: 'withdrawn' } }),
  },
  {
    when: 'a party’s deadline tells the case what leads nowhere',
    code: 'wait-without-deadline',
    at: `${RESPONDENT}/served`,
    change: {
      [`${RESPONDENT}/served/after/responseWindow`]: { actions: { type: 'tell', to: 'case', event: 'SILENT' } },
      [`${LIVE}/response/on/SILENT`]: { actions: [] },
    },
    allows: {
      [`${RESPONDENT}/served/after/responseWindow`]: { actions: { type: 'tell', to: 'case', event: 'SILENT' } },
      [`${LIVE}/response/on/SILENT`]: 'adjudication',
      [`${LIVE}/response/on/PARTY_CHANGED/1/guard`]: { not: 'everyoneAnswered' },
      '/guards/someoneDefaulted': undefined,
    },
  },
  {
    when: 'a state waits inside another that would lead on if it were done',
    code: 'wait-without-deadline',
    at: `${LIVE}/steps/states/first`,
    change: {
      [`${LIVE}/talks/after/talksWindow`]: 'steps',
      [`${LIVE}/steps`]: {
        meta: { stage: 'talks' },
        initial: 'first',
        states: { first: { on: { GO: 'last' } }, last: { type: 'final' } },
        onDone: 'adjudication',
      },
      '/events/GO': { title: text('Go on'), by: ['applicant'] },
    },
    allows: {
      [`${LIVE}/talks/after/talksWindow`]: 'steps',
      [`${LIVE}/steps`]: {
        meta: { stage: 'talks' },
        initial: 'first',
        states: { first: { on: { GO: 'last' }, entry: chase }, last: { type: 'final' } },
        onDone: 'adjudication',
      },
      '/events/GO': { title: text('Go on'), by: ['applicant'] },
    },
  },
  {
    when: 'work is in a queue only once somebody has asked for more time',
    code: 'wait-without-deadline',
    at: `${RESPONDENT}/served`,
    change: { ...asksForTime, '/chart/states/live/on': undefined },
    says: ['respondent'],
    allows: {
      ...asksForTime,
      [`${RESPONDENT}/served/entry`]: { ...chase, closedBy: ['FILE_RESPONSE'] },
    },
  },
  {
    when: 'the task is done by an event that leaves the case where it is',
    code: 'wait-without-deadline',
    at: `${INTAKE}/review`,
    change: { [`${INTAKE}/review/entry`]: { ...chase, closedBy: ['PAY'] }, '/stages/0/target': undefined },
    allows: {
      [`${INTAKE}/review/entry`]: { ...chase, closedBy: ['ISSUE', 'REFUSE'] },
      '/stages/0/target': undefined,
    },
  },
  {
    when: 'the task of a state around it is done on the way from one state inside to the next',
    code: 'wait-without-deadline',
    at: `${INTAKE}/review`,
    change: {
      '/chart/states/intake/entry': { ...chase, closedBy: ['SUBMIT'] },
      [`${INTAKE}/review/entry`]: undefined,
      '/stages/0/target': undefined,
    },
    allows: {
      '/chart/states/intake/entry': { ...chase, closedBy: ['ISSUE'] },
      [`${INTAKE}/review/entry`]: undefined,
      '/stages/0/target': undefined,
    },
  },
  {
    when: 'the case begins in the state, and the task is opened only when it comes back',
    code: 'wait-without-deadline',
    at: `${INTAKE}/draft`,
    change: {
      [`${INTAKE}/draft/after`]: undefined,
      [`${INTAKE}/review/on/REFUSE`]: { target: 'draft', actions: chase },
    },
  },
  {
    when: 'every region of a parallel state can come to rest in which somebody is waited for',
    code: 'wait-without-deadline',
    at: `${LIVE}/both/states/one/states/rest`,
    change: inParallel({ busy: { on: { TURN: 'rest' } }, rest: {} }),
    allows: inParallel({ busy: { on: { TURN: 'rest' } }, rest: { on: { TURN: 'busy' } } }),
  },
]);
