import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });

describeRefusals('forms that cannot be filled in, and people nobody can be, are refused', [
  {
    when: 'nobody is a party',
    code: 'no-party-role',
    at: '/roles',
    change: { '/roles/applicant': undefined, '/roles/respondent': undefined },
  },
  {
    when: 'a role is called like something else',
    code: 'reserved-name',
    at: '/roles/representative',
    change: { '/roles/representative': { kind: 'party', min: 0, max: 1 } },
  },
  {
    when: 'a role needs more parties than it takes',
    code: 'min-above-max',
    at: '/roles/respondent/min',
    change: { '/roles/respondent/min': 4 },
    says: ['respondent'],
    allows: { '/roles/respondent/min': 2 },
  },
  {
    when: 'a role of the tribunal is one that nobody holds',
    code: 'unknown-tribunal-role',
    at: '/roles/mediator',
    change: { '/roles/mediator': { kind: 'tribunal' } },
    says: ['facilitator'],
  },
  {
    when: 'cases are opened by a role that does not exist',
    code: 'unknown-role',
    at: '/opens/1',
    change: { '/opens': ['registrar', 'clerk'] },
    says: ['clerk'],
    allows: { '/opens': ['registrar', 'facilitator'] },
  },
  {
    when: 'cases are opened by a role of parties, who need none',
    code: 'unknown-role',
    at: '/opens/0',
    change: { '/opens': ['applicant'] },
    says: ['applicant', 'signed in'],
  },
  {
    when: 'the tribunal does something on behalf of a role that is no party',
    code: 'unknown-role',
    at: '/events/ISSUE/onBehalfOf',
    change: { '/events/ISSUE/onBehalfOf': 'registrar' },
    says: ['registrar'],
    allows: { '/events/ISSUE/onBehalfOf': 'applicant' },
  },
  {
    when: 'a choice has nothing to choose from',
    code: 'choice-without-options',
    at: '/forms/application/pages/0/fields/2',
    change: { '/forms/application/pages/0/fields/2/options': undefined },
    says: ['kind'],
  },
  {
    when: 'two options are the same',
    code: 'duplicate-id',
    at: '/forms/application/pages/0/fields/2/options/1/value',
    change: {
      '/forms/application/pages/0/fields/2/options/1/value': 'debt',
      '/forms/application/pages/1/showIf': undefined,
    },
  },
  {
    when: 'a field stands on two pages',
    code: 'duplicate-id',
    at: '/forms/application/pages/1/fields/0/id',
    change: { '/forms/application/pages/1/fields/0/id': 'amount' },
    says: ['amount', 'application'],
  },
  {
    when: 'two pages have the same id',
    code: 'duplicate-id',
    at: '/forms/application/pages/1/id',
    change: { '/forms/application/pages/1/id': 'claim' },
  },
  {
    when: 'a number is to be above the largest it may be',
    code: 'min-above-max',
    at: '/forms/application/pages/0/fields/0/min',
    change: { '/forms/application/pages/0/fields/0/min': 600_000 },
  },
  {
    when: 'a date is to have a length',
    code: 'setting-without-meaning',
    severity: 'warning',
    at: '/forms/application/pages/0/fields/1/maxLength',
    change: { '/forms/application/pages/0/fields/1/maxLength': 10 },
    says: ['longtext'],
  },
  {
    when: 'an event has no title',
    code: 'event-without-title',
    at: '/events/WITHDRAW',
    change: { '/events/WITHDRAW/title': undefined },
    says: ['WITHDRAW'],
  },
  {
    when: 'a field has no label',
    code: 'field-without-label',
    severity: 'warning',
    at: '/forms/service/pages/0/fields/0',
    change: { '/forms/service/pages/0/fields/0/label': undefined },
    allows: {
      '/forms/service/pages/0/fields/0/label': undefined,
      '/forms/service/pages/0/title': text('When did you serve?'),
    },
  },
]);
