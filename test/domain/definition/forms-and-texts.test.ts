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

const DECIDE = '/chart/states/live/states/adjudication/on/DECIDE';

describeRefusals('what the tribunal issues without saying anything is refused', [
  {
    when: 'a decision has no reasons',
    code: 'decision-without-reasons',
    severity: 'warning',
    at: `${DECIDE}/actions/0`,
    change: { '/forms/decision/pages/0/fields/0/id': 'why' },
    says: ['DECIDE'],
  },
  {
    when: 'time decides, and gives no reasons',
    code: 'decision-without-reasons',
    severity: 'warning',
    at: '/chart/states/live/states/talks/after/talksWindow/actions',
    change: {
      '/chart/states/live/states/talks/after/talksWindow': {
        target: 'adjudication',
        actions: { type: 'decide', decision: 'default', document: 'decision' },
      },
    },
  },
  {
    when: 'an order says nothing',
    code: 'order-without-terms',
    severity: 'warning',
    at: `${DECIDE}/actions/1`,
    change: {
      '/forms/decision/pages/0/fields/1/id': 'what',
      '/forms/decision/pages/0/fields/2/id': 'howMuch',
      '/notices/decision/body': text('Decided.'),
    },
    allows: {
      '/forms/decision/pages/0/fields/1/id': 'what',
      '/forms/decision/pages/0/fields/2/id': 'howMuch',
      '/notices/decision/body': text('Decided.'),
      [`${DECIDE}/actions/1/terms`]: 'event.what',
    },
  },
  {
    when: 'something is published where nothing is decided',
    code: 'publish-without-decision',
    severity: 'warning',
    at: '/chart/states/live/states/talks/entry/1',
    change: { '/chart/states/live/states/talks/entry': [{ type: 'privilege', room: 'open' }, { type: 'publish' }] },
    allows: {
      [`${DECIDE}/actions/3`]: undefined,
      '/chart/states/closed/entry': { type: 'publish' },
    },
  },
  {
    when: 'the standing of orders ends in a chart that issues none',
    code: 'standing-without-order',
    severity: 'warning',
    at: '/chart/states/live/states/talks/entry/1',
    change: {
      [`${DECIDE}/actions/1`]: { type: 'generate', document: 'decision' },
      '/chart/states/live/states/talks/entry': [
        { type: 'privilege', room: 'open' },
        { type: 'standing', standing: 'cancelled' },
      ],
    },
    allows: { '/chart/states/closed/entry': { type: 'standing', standing: 'satisfied' } },
  },
  {
    when: 'a message has no text',
    code: 'message-without-text',
    severity: 'warning',
    at: '/events/MESSAGE',
    change: {
      '/events/MESSAGE': { title: text('Message'), by: ['applicant'], message: 'case', form: 'offer' },
      '/chart/states/live/states/talks/on/MESSAGE': { actions: [] },
    },
    allows: {
      '/events/MESSAGE': { title: text('Message'), by: ['applicant'], message: 'case', form: 'response' },
      '/chart/states/live/states/talks/on/MESSAGE': { actions: [] },
    },
  },
]);

describeRefusals('texts that some people could not read are refused', [
  ...[
    '/title',
    '/stages/0/title',
    '/roles/applicant/title',
    '/forms/service/title',
    '/forms/service/pages/0/hint',
    '/forms/service/pages/0/fields/0/label',
    '/forms/application/pages/0/fields/2/options/0/label',
    '/events/WITHDRAW/title',
    '/events/WITHDRAW/confirm',
    '/events/WITHDRAW/hint',
    '/deadlines/talksWindow/why',
    '/notices/decision/subject',
    '/notices/decision/body',
    '/documents/decision/title',
    '/documents/decision/sections/0/text',
    '/documents/dispute-notice/sections/0/heading',
    '/fees/application/title',
    '/chart/states/closed/meta/title',
    '/chart/states/intake/states/review/entry/title',
    '/guidance/live/applicant',
    '/explorer/questions/kind/title',
    '/explorer/questions/kind/options/0/label',
    '/explorer/outcomes/here/body',
    '/explorer/outcomes/elsewhere/letters/0/body',
    '/explorer/outcomes/elsewhere/links/0/title',
  ].map((pointer) => ({
    when: `there is no French at ${pointer}`,
    code: 'missing-translation' as const,
    at: `${pointer}/fr`,
    change: { [pointer]: { en: 'Only English' } },
    says: ['fr'],
  })),
  {
    when: 'a text is empty in one language',
    code: 'missing-translation',
    at: '/title/fr',
    change: { '/title/fr': '  ' },
  },
  {
    when: 'a language is declared that no text is written in',
    code: 'missing-translation',
    at: '/title/it',
    change: { '/languages': ['en', 'fr', 'it'] },
  },
  {
    when: 'a text is written in a language that is not declared',
    code: 'undeclared-language',
    severity: 'warning',
    at: '/title/de',
    change: { '/title/de': 'Nachbarschaftsstreit' },
  },
  {
    when: 'a language is declared twice',
    code: 'duplicate-id',
    at: '/languages/2',
    change: { '/languages': ['en', 'fr', 'en'] },
  },
]);

describeRefusals('an explorer that leads nowhere is refused', [
  {
    when: 'it starts with a question that is not there',
    code: 'unknown-question',
    at: '/explorer/start',
    change: { '/explorer/start': 'kinds' },
    says: ['kind'],
  },
  {
    when: 'an answer leads to what is not there',
    code: 'unknown-question',
    at: '/explorer/questions/amount/options/0/next',
    change: { '/explorer/questions/amount/options/0/next': 'there' },
    says: ['here'],
  },
  {
    when: 'no answers lead to a question',
    code: 'unreachable-question',
    at: '/explorer/questions/amount',
    change: { '/explorer/questions/kind/options/0/next': 'here' },
  },
  {
    when: 'no answers lead to an outcome',
    code: 'unreachable-question',
    at: '/explorer/outcomes/here',
    change: { '/explorer/questions/amount/options/0/next': 'elsewhere' },
  },
  {
    when: 'answers lead round and round',
    code: 'explorer-cycle',
    at: '/explorer/questions/kind',
    change: { '/explorer/questions/amount/options/1/next': 'kind' },
  },
  {
    when: 'a question and an outcome have the same name',
    code: 'duplicate-id',
    at: '/explorer/outcomes/kind',
    change: { '/explorer/outcomes/kind': { title: text('T'), body: text('B') } },
  },
  {
    when: 'an answer fills in a field that is not there',
    code: 'unknown-field',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'application.sort' },
    allows: { '/explorer/questions/kind/options/0/sets': 'data.application.kind=debt' },
  },
  {
    when: 'an answer fills in a form that is not there',
    code: 'unknown-field',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'kind' },
  },
]);

describeRefusals('a scenario about what does not exist is refused', [
  {
    when: 'it starts at no time',
    code: 'wrong-value',
    at: '/scenarios/0/start',
    change: { '/scenarios/0/start': '2026-02-30T09:00' },
    allows: { '/scenarios/0/start': '2026-02-28T09:00:30' },
  },
  {
    when: 'it starts on a day without an hour',
    code: 'wrong-value',
    at: '/scenarios/0/start',
    change: { '/scenarios/0/start': '2026-02-28' },
  },
  {
    when: 'no time passes',
    code: 'wrong-value',
    at: '/scenarios/0/steps/7/advance',
    change: { '/scenarios/0/steps/7/advance': '15 days' },
  },
  {
    when: 'time runs backwards',
    code: 'wrong-value',
    at: '/scenarios/0/steps/7/advance',
    change: { '/scenarios/0/steps/7/advance': '-P1D' },
  },
  {
    when: 'it has parties of a role that is not there',
    code: 'unknown-role',
    at: '/scenarios/0/parties/defendant',
    change: { '/scenarios/0/parties/defendant': 1 },
  },
  {
    when: 'it has more parties than the role takes',
    code: 'wrong-count',
    at: '/scenarios/0/parties/respondent',
    change: { '/scenarios/0/parties/respondent': 4 },
  },
  {
    when: 'it gives answers of a form that is not there',
    code: 'unknown-form',
    at: '/scenarios/0/data/claim',
    change: { '/scenarios/0/data/claim': { amount: 1 } },
  },
  {
    when: 'it gives an answer that the form does not ask for',
    code: 'unknown-field',
    at: '/scenarios/0/steps/0/form/sum',
    change: { '/scenarios/0/steps/0/form/sum': 1 },
  },
  {
    when: 'somebody does an event that is not there',
    code: 'unknown-event',
    at: '/scenarios/0/steps/1/do',
    change: { '/scenarios/0/steps/1/do': 'ISSUE_IT' },
    allows: { '/scenarios/0/steps/1': { as: 'registrar', do: 'DECLARE_CONFLICT', form: { reason: 'A cousin' } } },
  },
  {
    when: 'a deadline is extended that is not there',
    code: 'unknown-deadline',
    at: '/scenarios/0/steps/1/form/deadline',
    change: { '/scenarios/0/steps/1': { as: 'registrar', do: 'EXTEND_DEADLINE', form: { deadline: 'week', days: 1 } } },
    allows: {
      '/scenarios/0/steps/1': { as: 'registrar', do: 'EXTEND_DEADLINE', form: { deadline: 'talksWindow', days: 1 } },
    },
  },
  {
    when: 'a case is assigned in a role that is not there',
    code: 'unknown-role',
    at: '/scenarios/0/steps/1/form/role',
    change: { '/scenarios/0/steps/1': { as: 'registrar', do: 'ASSIGN', form: { role: 'judge', user: 'member-1' } } },
    allows: { '/scenarios/0/steps/1': { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'member-1' } } },
  },
  {
    when: 'somebody acts who is not there',
    code: 'unknown-party',
    at: '/scenarios/0/steps/1/as',
    change: { '/scenarios/0/steps/1/as': 'clerk' },
    says: ['respondent-2'],
    allows: { '/scenarios/0/steps/1/as': 'helper:applicant-1' },
  },
  {
    when: 'it names a third respondent where there are two',
    code: 'unknown-party',
    at: '/scenarios/0/steps/3/party',
    change: { '/scenarios/0/steps/3/party': 'respondent-3' },
    allows: {
      '/scenarios/0/steps/3/party': 'respondent-3',
      '/events/SUBMIT/adds': { role: 'respondent', name: "'Sam'" },
    },
  },
  {
    when: 'a notice is delivered that is not there',
    code: 'unknown-notice',
    at: '/scenarios/0/steps/2/deliver',
    change: { '/scenarios/0/steps/2/deliver': 'notice' },
    allows: { '/scenarios/0/steps/2': { bounce: 'dispute-notice', party: 'respondent-1' } },
  },
  {
    when: 'a refusal is expected that there is not',
    code: 'unknown-refusal',
    at: '/scenarios/0/steps/4/refused',
    change: { '/scenarios/0/steps/4/refused': 'TooLate' },
  },
  {
    when: 'a state is expected that is not there',
    code: 'unknown-state',
    at: '/scenarios/0/steps/8/expect/state',
    change: { '/scenarios/0/steps/8/expect/state': 'live.adjudicate' },
    says: ['live.adjudication'],
    allows: { '/scenarios/0/steps/8/expect/state': 'adjudication' },
  },
  {
    when: 'a state of a party is expected that is not there',
    code: 'unknown-state',
    at: '/scenarios/0/steps/6/expect/party/respondent-1',
    change: { '/scenarios/0/steps/6/expect/party/respondent-1': 'responded' },
  },
  {
    when: 'a state is expected of a party who is not there',
    code: 'unknown-party',
    at: '/scenarios/0/steps/6/expect/party/respondent-9',
    change: { '/scenarios/0/steps/6/expect/party/respondent-9': 'answered' },
  },
  ...(
    [
      ['stage', 'unknown-stage', 'hearing'],
      ['outcome', 'unknown-outcome', 'won'],
      ['sent', 'unknown-notice', ['letter']],
      ['notSent', 'unknown-notice', ['letter']],
      ['deadlines', 'unknown-deadline', { week: '2026-03-09' }],
      ['tasks', 'unknown-task', ['sleep']],
      ['documents', 'unknown-document', ['letter']],
      ['orders', 'unknown-order', { interim: 'in-force' }],
      ['outstanding', 'unknown-fee', { stamp: 1 }],
    ] as const
  ).map(([key, code, value]) => ({
    when: `of ${key} something is expected that is not there`,
    code,
    at: `/scenarios/0/steps/8/expect/${key}`,
    change: { [`/scenarios/0/steps/8/expect/${key}`]: value },
  })),
]);
