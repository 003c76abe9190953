import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const text = (words: string) => ({ en: words, fr: words });

describeRefusals('a deadline that could be counted from nothing is refused', [
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
