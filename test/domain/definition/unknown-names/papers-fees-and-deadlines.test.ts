import { describeRefusals } from '../refusals.ts';

const REVIEW = '/chart/states/intake/states/review';
const SERVED = '/partyCharts/respondent/states/served';

describeRefusals('a definition that names what does not exist is refused', [
  {
    when: 'an action sends a notice that is not there',
    code: 'unknown-notice',
    at: `${REVIEW}/on/ISSUE/actions/1/notice`,
    change: { [`${REVIEW}/on/ISSUE/actions/1/notice`]: 'dispute-notise' },
    says: ['dispute-notice'],
  },
  {
    when: 'a deadline reminds with a notice that is not there',
    code: 'unknown-notice',
    at: '/deadlines/responseWindow/reminders/0/notice',
    change: { '/deadlines/responseWindow/reminders/0/notice': 'reminder' },
  },
  {
    when: 'an expired offer is told by a notice that is not there',
    code: 'unknown-notice',
    at: '/events/MAKE_OFFER/offer/expiredNotice',
    change: { '/events/MAKE_OFFER/offer/expiredNotice': 'gone' },
  },
  {
    when: 'an action makes a document that is not there',
    code: 'unknown-document',
    at: `${REVIEW}/on/ISSUE/actions/0/document`,
    change: { [`${REVIEW}/on/ISSUE/actions/0/document`]: 'notice' },
  },
  {
    when: 'a notice attaches a document that is not there',
    code: 'unknown-document',
    at: '/notices/decision/attach/0',
    change: { '/notices/decision/attach/0': 'verdict' },
  },
  {
    when: 'an event costs a fee that is not there',
    code: 'unknown-fee',
    at: '/events/SUBMIT/fee',
    change: { '/events/SUBMIT/fee': 'filing' },
  },
  {
    when: 'an event pays a fee that is not there',
    code: 'unknown-fee',
    at: '/events/PAY/pays',
    change: { '/events/PAY/pays': 'filing' },
  },
  {
    when: 'an action refunds a fee that is not there',
    code: 'unknown-fee',
    at: `${REVIEW}/on/REFUSE/actions/0/fee`,
    change: { [`${REVIEW}/on/REFUSE/actions/0/fee`]: 'filing' },
  },
  {
    when: 'a state waits for a deadline that is not there',
    code: 'unknown-deadline',
    at: `${SERVED}/after/respondWindow`,
    change: { [`${SERVED}/after`]: { respondWindow: 'defaulted' } },
    says: ['responseWindow'],
  },
  {
    when: 'an offer stands for a deadline that is not there',
    code: 'unknown-deadline',
    at: '/events/MAKE_OFFER/offer/deadline',
    change: { '/events/MAKE_OFFER/offer/deadline': 'week' },
  },
  {
    when: 'a text names a deadline that is not there',
    code: 'unknown-deadline',
    at: '/notices/response-reminder/subject/en',
    change: { '/notices/response-reminder/subject/en': 'By {{deadline.response}}' },
  },
  {
    when: 'a notice has a template that is not there',
    code: 'unknown-template',
    at: '/notices/decision/template',
    change: { '/notices/decision/template': 'judgement' },
  },
  {
    when: 'a document has a template that is not there',
    code: 'unknown-template',
    at: '/documents/decision/template',
    change: { '/documents/decision/template': 'dispute' },
  },
  {
    when: 'the definition names a calendar that the tribunal has not',
    code: 'unknown-calendar',
    at: '/calendar',
    change: { '/calendar': 'ca-qc' },
  },
  {
    when: 'a deadline names a calendar that the tribunal has not',
    code: 'unknown-calendar',
    at: '/deadlines/talksWindow/calendar',
    change: { '/deadlines/talksWindow/calendar': 'mars' },
    allows: { '/deadlines/talksWindow/calendar': 'nz' },
  },
]);
