import { describeRefusals } from './refusals.ts';

const TALKS = '/chart/states/live/states/talks';
const REVIEW = '/chart/states/intake/states/review';
const text = (words: string) => ({ en: words, fr: words });

describeRefusals('what is said without prejudice must not reach the member who decides', [
  {
    when: 'an offer is not privileged',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER',
    change: { '/events/MAKE_OFFER/privileged': undefined },
    says: ['MAKE_OFFER'],
  },
  {
    when: 'a message between the parties is not privileged',
    code: 'privileged-shown',
    at: '/events/MESSAGE',
    change: {
      '/events/MESSAGE': { title: text('Message'), by: ['applicant'], message: 'joint' },
      [`${TALKS}/on/MESSAGE`]: { actions: [] },
    },
    allows: {
      '/events/MESSAGE': {
        title: text('Message'),
        by: ['applicant'],
        form: 'response',
        message: 'joint',
        privileged: true,
      },
      [`${TALKS}/on/MESSAGE`]: { actions: { type: 'notify', notice: 'offer-moved' } },
    },
  },
  {
    when: 'the member may make an offer',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER/by/1',
    change: { '/events/MAKE_OFFER/by': ['applicant', 'member'] },
  },
  {
    when: 'an offer costs a fee that stands in the account',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER/fee',
    change: { '/events/MAKE_OFFER/fee': 'application' },
  },
  {
    when: 'an offer adds a party, who stands among the people of the case',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER/adds',
    change: { '/events/MAKE_OFFER/adds': { role: 'respondent', name: '"Robin"' } },
    says: ['MAKE_OFFER', 'among the people'],
    allows: { '/events/ISSUE/adds': { role: 'respondent', name: '"Robin"' } },
  },
  {
    when: 'the notice of an offer goes to the member',
    code: 'privileged-shown',
    at: '/notices/offer-moved/to/1',
    change: { '/notices/offer-moved/to/1': 'member' },
  },
  {
    when: 'an open notice goes only to some, by what was offered',
    code: 'privileged-shown',
    at: '/notices/decision/only',
    change: { '/notices/decision/only': 'offer.amount > 1000' },
    allows: { '/notices/decision/only': 'party.responded' },
    says: ['decision', 'offer.amount'],
  },
  {
    when: 'the notice of an offer is not privileged',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions/notice`,
    change: { '/notices/offer-moved/privileged': undefined },
    says: ['offer-moved', 'MAKE_OFFER'],
  },
  {
    when: 'a notice says that an offer has expired',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER/offer/expiredNotice',
    change: { '/events/MAKE_OFFER/offer/expiredNotice': 'response-reminder' },
  },
  {
    when: 'a notice reminds of an offer',
    code: 'privileged-shown',
    at: '/events/MAKE_OFFER/offer/deadline',
    change: { '/deadlines/offerWindow/reminders': [{ before: { days: 1 }, notice: 'response-reminder' }] },
    allows: { '/deadlines/offerWindow/reminders': [{ before: { days: 1 }, notice: 'offer-moved' }] },
  },
  {
    when: 'an offer moves the case as soon as it is made',
    code: 'privileged-move',
    at: `${TALKS}/on/MAKE_OFFER`,
    change: { [`${TALKS}/on/MAKE_OFFER/target`]: 'adjudication' },
    says: ['MAKE_OFFER', 'live.adjudication', 'offer.accepted'],
    allows: {
      [`${TALKS}/on/MAKE_OFFER`]: [
        {
          guard: { all: ['offerAccepted', 'everyoneAnswered'] },
          target: '#closed',
          actions: { type: 'outcome', outcome: 'settled' },
        },
        { actions: { type: 'notify', notice: 'offer-moved' } },
      ],
    },
  },
  {
    when: 'one acceptance of several moves the case',
    code: 'privileged-move',
    at: `${TALKS}/on/ACCEPT_OFFER/1`,
    change: { [`${TALKS}/on/ACCEPT_OFFER/1/target`]: 'adjudication' },
    allows: {
      [`${TALKS}/on/ACCEPT_OFFER`]: [
        { guard: { not: 'offerAccepted' }, actions: { type: 'notify', notice: 'offer-moved' } },
        { target: '#closed', actions: { type: 'outcome', outcome: 'settled' } },
      ],
    },
  },
  {
    when: 'an offer tells the parties’ charts',
    code: 'privileged-move',
    at: `${TALKS}/on/MAKE_OFFER/actions/0`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: [{ type: 'tell', to: 'respondent', event: 'OFFER_MADE' }] },
    says: ['OFFER_MADE'],
  },
  {
    when: 'the member is told, together with the case’s end, what was accepted',
    code: 'privileged-shown',
    at: `${TALKS}/on/ACCEPT_OFFER/0/actions/1/notice`,
    change: {
      '/notices/ended': {
        to: ['member'],
        channels: ['portal'],
        template: 'notice',
        subject: text('Ended'),
        body: text('Ended'),
      },
      [`${TALKS}/on/ACCEPT_OFFER/0/actions`]: [
        { type: 'outcome', outcome: 'settled' },
        { type: 'notify', notice: 'ended' },
      ],
    },
    allows: {
      '/notices/ended': {
        to: ['applicant'],
        channels: ['portal'],
        template: 'notice',
        subject: text('Ended'),
        body: text('Ended'),
      },
      [`${TALKS}/on/ACCEPT_OFFER/0/actions`]: [
        { type: 'outcome', outcome: 'settled' },
        { type: 'notify', notice: 'ended' },
      ],
    },
  },
  {
    when: 'an offer makes a document that the member can read',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'generate', document: 'decision' } },
  },
  {
    when: 'an offer gives the member a task',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions/queue`,
    change: {
      [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'task', task: 'look', queue: 'member', title: text('Look') },
    },
    allows: {
      [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'task', task: 'look', queue: 'facilitator', title: text('Look') },
    },
  },
  {
    when: 'the amount of an offer is copied into the case',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions/value`,
    change: {
      [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'set', path: 'data.application.amount', value: 'event.amount' },
    },
    allows: {
      [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'set', path: 'data.application.lowest', value: 'event.amount' },
    },
  },
  {
    when: 'that an offer was made is written into the case',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions/value`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'set', path: 'data.application.amount', value: '1' } },
    says: ['MAKE_OFFER', 'data.application.amount'],
    allows: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'set', path: 'data.application.lowest', value: '1' } },
  },
  {
    when: 'a notice of the case tells the amount of an offer',
    code: 'privileged-shown',
    at: '/notices/sold/body/en',
    change: {
      '/notices/sold': {
        to: ['applicant'],
        channels: ['portal'],
        template: 'notice',
        subject: text('S'),
        body: text('{{event.amount}}'),
      },
      [`${TALKS}/on/MAKE_OFFER`]: { target: 'adjudication', actions: { type: 'notify', notice: 'sold' } },
    },
    allows: { '/notices/offer-moved/body': text('Now {{case.reference}}') },
  },
  {
    when: 'a notice tells a privileged answer',
    code: 'privileged-shown',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': '{{data.application.lowest}}' },
    says: ['application.lowest'],
    allows: { '/notices/offer-moved/body': text('At least {{data.application.lowest}}') },
  },
  {
    when: 'a document tells a privileged answer before people have agreed',
    code: 'privileged-shown',
    at: '/documents/decision/sections/0/text/en',
    change: { '/documents/decision/sections/0/text/en': '{{data.application.lowest}}' },
    allows: {
      '/documents/agreement': {
        template: 'settlement-agreement',
        access: 'case',
        sections: [{ text: text('{{data.application.lowest}}') }],
      },
      [`${TALKS}/on/ACCEPT_OFFER/0/actions`]: [
        { type: 'outcome', outcome: 'settled' },
        { type: 'generate', document: 'agreement' },
      ],
    },
  },
  {
    when: 'a privileged answer is copied to where it is privileged no more',
    code: 'privileged-shown',
    at: `${REVIEW}/on/PAY/actions/value`,
    change: {
      [`${REVIEW}/on/PAY/actions`]: { type: 'set', path: 'data.application.amount', value: 'data.application.lowest' },
    },
    says: ['data.application.lowest'],
  },
  {
    when: 'a privileged answer of the event itself is copied',
    code: 'privileged-shown',
    at: '/chart/states/intake/states/draft/on/SUBMIT/actions/value',
    change: {
      '/chart/states/intake/states/draft/on/SUBMIT': {
        target: 'review',
        actions: { type: 'set', path: 'data.application.amount', value: 'event.lowest' },
      },
    },
  },
  {
    when: 'a privileged amount is ordered where nobody has agreed',
    code: 'privileged-shown',
    at: '/chart/states/live/states/adjudication/on/DECIDE/actions/1',
    change: { '/chart/states/live/states/adjudication/on/DECIDE/actions/1/amount': 'data.application.lowest' },
    allows: {
      '/chart/states/live/states/adjudication/on/DECIDE/actions/1/amount': 'data.application.lowest',
      '/chart/states/live/states/adjudication/on/DECIDE/actions/4/outcome': 'consent-order',
    },
  },
  {
    when: 'an offer gives a fee back',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'refund', fee: 'application' } },
    says: ['MAKE_OFFER', 'fee'],
    allows: {
      [`${TALKS}/on/ACCEPT_OFFER/0/actions`]: [
        { type: 'outcome', outcome: 'settled' },
        { type: 'refund', fee: 'application' },
      ],
    },
  },
  {
    when: 'an offer gives a fee back and leads to the state in which it was made',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions`,
    change: { [`${TALKS}/on/MAKE_OFFER`]: { target: 'talks', actions: { type: 'refund', fee: 'application' } } },
  },
  {
    when: 'an offer gives the case to someone',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'assign', role: 'facilitator' } },
  },
  {
    when: 'an offer records how the case ended',
    code: 'privileged-shown',
    at: `${TALKS}/on/MAKE_OFFER/actions`,
    change: { [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'outcome', outcome: 'dismissed' } },
  },
  {
    when: 'what an offer says is read from the case, where it is not kept',
    code: 'never-stored',
    at: '/guards/withinLimit',
    change: { '/guards/withinLimit': 'data.offer.amount <= 500000' },
    says: ['MAKE_OFFER'],
  },
]);
