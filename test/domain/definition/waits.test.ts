import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const text = (words: string) => ({ en: words, fr: words });
const chase = { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') };

describeRefusals('a chart in which a case could wait for ever is refused, or warned of', [
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
]);
