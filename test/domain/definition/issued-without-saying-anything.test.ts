import { describeRefusals } from './refusals.ts';

const DECIDE = '/chart/states/live/states/adjudication/on/DECIDE';
const text = (words: string) => ({ en: words, fr: words });

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
