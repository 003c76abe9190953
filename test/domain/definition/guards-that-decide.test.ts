import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';

describeRefusals('a guard that decides nothing is refused', [
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
]);
