import { describeRefusals } from './refusals.ts';

const TALKS = '/chart/states/live/states/talks';
const REVIEW = '/chart/states/intake/states/review';

describeRefusals('nothing that the member sees may depend on what was said without prejudice', [
  {
    when: 'the way of the case depends on a privileged answer',
    code: 'privileged-shown',
    at: `${REVIEW}/on/ISSUE/guard`,
    change: { '/guards/withinLimit': 'has(data.application.lowest) && data.application.lowest > 1000' },
    says: ['ISSUE', 'data.application.lowest', 'offer.accepted'],
    allows: { [`${REVIEW}/on/ISSUE/guard`]: { all: ['withinLimit', { not: 'offerAccepted' }] } },
  },
  {
    when: 'the end of the talks depends on whether an offer is open',
    code: 'privileged-shown',
    at: `${TALKS}/after/talksWindow/0/guard`,
    change: {
      '/guards/isOffered': 'offer.open',
      [`${TALKS}/after/talksWindow`]: [
        { guard: 'isOffered', target: '#closed', actions: { type: 'outcome', outcome: 'dismissed' } },
        { target: 'adjudication' },
      ],
    },
    allows: {
      [`${TALKS}/after/talksWindow`]: [
        { guard: 'offerAccepted', target: '#closed', actions: { type: 'outcome', outcome: 'settled' } },
        { target: 'adjudication' },
      ],
    },
  },
  {
    when: 'the way of the case depends on a privileged answer of the event itself',
    code: 'privileged-shown',
    at: '/chart/states/intake/states/draft/on/SUBMIT/0/guard',
    change: {
      '/guards/isLow': 'has(event.lowest) && event.lowest < 1000',
      '/chart/states/intake/states/draft/on/SUBMIT': [
        { guard: 'isLow', target: '#closed', actions: { type: 'outcome', outcome: 'refused' } },
        { target: 'review' },
      ],
    },
    says: ['SUBMIT', 'event.lowest'],
  },
  {
    when: 'what the member may do depends on what was offered',
    code: 'privileged-shown',
    at: '/events/DECIDE/when',
    change: { '/events/DECIDE/when': 'offer.amount > 1000' },
    says: ['DECIDE', 'offer.amount'],
    allows: {
      '/events/ACCEPT_OFFER/when': 'offer.open && offer.amount > 1000',
      '/events/DECIDE/when': '!offer.accepted',
    },
  },
  {
    when: 'a deadline of the case is counted by a privileged answer',
    code: 'privileged-shown',
    at: '/deadlines/talksWindow/countWhen/0/if',
    change: { '/deadlines/talksWindow/countWhen': [{ if: 'has(data.application.lowest)', count: 3 }] },
    says: ['talksWindow'],
    allows: { '/deadlines/offerWindow/countWhen': [{ if: 'has(data.application.lowest)', count: 3 }] },
  },
  {
    when: 'a fee comes to more for a privileged answer',
    code: 'privileged-shown',
    at: '/fees/application/amountWhen/0/if',
    change: { '/fees/application/amountWhen/0/if': 'has(event.lowest) && event.lowest > 1000' },
    says: ['application', 'event.lowest'],
  },
  {
    when: 'a page that the member can read is shown by what was offered',
    code: 'privileged-shown',
    at: '/forms/decision/pages/0/showIf',
    change: { '/forms/decision/pages/0/showIf': 'offer.amount > 1000' },
    allows: { '/forms/offer/pages/0/showIf': '!offer.open' },
  },
]);
