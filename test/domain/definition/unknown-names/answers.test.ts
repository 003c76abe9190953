import { describeRefusals } from '../refusals.ts';

const REVIEW = '/chart/states/intake/states/review';
const SERVED = '/partyCharts/respondent/states/served';
const TEXT = { en: 'You', fr: 'Vous' };

describeRefusals('a definition that names what does not exist is refused', [
  {
    when: 'an event asks for a form that is not there',
    code: 'unknown-form',
    at: '/events/SUBMIT/form',
    change: { '/events/SUBMIT/form': 'aplication' },
    says: ['application'],
  },
  {
    when: 'a document prints a form that is not there',
    code: 'unknown-form',
    at: '/documents/dispute-notice/sections/0/form',
    change: { '/documents/dispute-notice/sections/0/form': 'claim' },
  },
  {
    when: 'a notice has an answer of a form that is not there',
    code: 'unknown-form',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': '{{data.claim.amount}}' },
  },
  {
    when: 'a notice has an answer that its form does not ask for',
    code: 'unknown-field',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': '{{data.application.sum}}' },
  },
  {
    when: 'a value is set in a form that is not there',
    code: 'unknown-form',
    at: `${REVIEW}/entry/path`,
    change: { [`${REVIEW}/entry`]: { type: 'set', path: 'data.other.amount', value: '1' } },
  },
  {
    when: 'a value is set in a field that is not there',
    code: 'unknown-field',
    at: `${REVIEW}/on/PAY/actions/path`,
    change: { [`${REVIEW}/on/PAY/actions`]: { type: 'set', path: 'data.application.sum', value: '1' } },
    allows: { [`${REVIEW}/on/PAY/actions`]: { type: 'set', path: 'data.application.amount', value: '1' } },
  },
  {
    when: 'a value is set where nothing can be kept',
    code: 'bad-set-path',
    at: `${SERVED}/on/FILE_RESPONSE/actions/path`,
    change: { [`${SERVED}/on/FILE_RESPONSE/actions/path`]: 'party.name' },
  },
  {
    when: 'a guard compares a choice with what cannot be chosen',
    code: 'unknown-option',
    at: '/guards/withinLimit',
    change: { '/guards/withinLimit': "data.application.kind == 'dept'" },
    says: ['debt'],
    allows: { '/guards/withinLimit': "data.application.kind == 'debt'" },
  },
  {
    when: "a form's page asks for an answer that cannot be chosen",
    code: 'unknown-option',
    at: '/forms/application/pages/1/showIf',
    change: { '/forms/application/pages/1/showIf': "form.kind == 'demage'" },
  },
  {
    when: 'a notice tells an answer that the event which sends it does not ask for',
    code: 'unknown-field',
    at: '/notices/dispute-notice/subject/en',
    change: { '/notices/dispute-notice/subject/en': '{{event.reason}}' },
    says: ['ISSUE'],
  },
  {
    when: 'a reminder tells an answer, though nobody answers when time passes',
    code: 'unknown-field',
    at: '/notices/response-reminder/subject/en',
    change: { '/notices/response-reminder/subject/en': '{{event.on}}' },
  },
  {
    when: 'an expression misspells a field',
    code: 'unknown-field',
    at: '/guards/withinLimit',
    change: { '/guards/withinLimit': 'data.application.amonut <= 500000' },
    says: ['amount', 'withinLimit'],
  },
  {
    when: 'an expression names what does not exist',
    code: 'unknown-name',
    at: '/events/FILE_RESPONSE/when',
    change: { '/events/FILE_RESPONSE/when': 'partie.served' },
  },
  {
    when: 'a condition gives no yes or no',
    code: 'wrong-result',
    at: '/fees/application/amountWhen/0/if',
    change: { '/fees/application/amountWhen/0/if': 'event.amount' },
  },
  {
    when: 'a guard reads an answer that one of its events does not bring',
    code: 'unknown-field',
    at: '/guards/offerAccepted',
    change: {
      '/guards/offerAccepted': 'event.amount > 100',
      '/chart/states/live/states/talks/on/MAKE_OFFER/guard': 'offerAccepted',
    },
    says: ['ACCEPT_OFFER'],
  },
  {
    when: 'what an event adds is called by an answer that it does not bring',
    code: 'unknown-field',
    at: '/events/SUBMIT/adds/name',
    change: { '/events/SUBMIT/adds': { role: 'respondent', name: 'event.name' } },
  },
  {
    when: 'an order is for an amount that does not exist',
    code: 'unknown-field',
    at: '/chart/states/live/states/adjudication/on/DECIDE/actions/1/amount',
    change: { '/chart/states/live/states/adjudication/on/DECIDE/actions/1/amount': 'event.sum' },
    allows: { '/chart/states/live/states/adjudication/on/DECIDE/actions/1/amount': 'event.amount + 100' },
  },
  {
    when: 'an invitation tells an answer that is not asked for',
    code: 'unknown-field',
    at: '/invitations/respondent/facts/0',
    change: {
      '/invitations': {
        respondent: { title: TEXT, facts: [{ label: TEXT, field: 'application.amont' }] },
      },
    },
    says: ['Did you mean “amount”?'],
  },
]);
