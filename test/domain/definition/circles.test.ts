import { describeRefusals } from './refusals.ts';

const INTAKE = '/chart/states/intake/states';
const LIVE = '/chart/states/live/states';
const RESPONDENT = '/partyCharts/respondent/states';
const withdrawn = { type: 'outcome', outcome: 'withdrawn' };

describeRefusals('charts that keep themselves or each other moving are refused', [
  {
    when: 'states lead round by themselves',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: {
      [`${LIVE}/talks/always`]: 'adjudication',
      [`${LIVE}/adjudication/always`]: { target: 'talks' },
    },
    says: ['live.talks'],
  },
  {
    when: 'a state leads to itself',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: { [`${LIVE}/talks/always`]: { target: 'talks', guard: 'offerAccepted' } },
  },
  {
    when: 'a state acts again and again',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: { [`${LIVE}/talks/always`]: { guard: 'offerAccepted', actions: { type: 'publish' } } },
  },
  {
    when: 'a state leads into itself',
    code: 'always-cycle',
    at: '/chart/states/live/always',
    change: { '/chart/states/live/always': { target: '.talks', guard: 'offerAccepted' } },
    allows: { '/chart/states/live/always': { target: '#closed', guard: 'offerAccepted', actions: withdrawn } },
  },
  {
    when: 'what is done starts again and is done at once',
    code: 'always-cycle',
    at: '/chart/states/again/onDone',
    change: {
      '/chart/states/again': {
        id: 'again',
        meta: { stage: 'talks' },
        initial: 'end',
        states: { end: { type: 'final' } },
        onDone: 'again',
      },
      [`${LIVE}/talks/after/talksWindow`]: '#again',
    },
  },
  {
    when: 'opposite guards lead round after a value was set in between',
    code: 'always-cycle',
    at: `${LIVE}/talks/always`,
    change: {
      '/guards/large': 'data.application.amount > 5',
      '/guards/small': 'data.application.amount <= 5',
      [`${LIVE}/talks/always`]: {
        target: 'adjudication',
        guard: 'large',
        actions: { type: 'set', path: 'data.application.amount', value: '1' },
      },
      [`${LIVE}/adjudication/always`]: {
        target: 'talks',
        guard: 'small',
        actions: { type: 'set', path: 'data.application.amount', value: '9' },
      },
    },
    allows: {
      '/guards/large': 'data.application.amount > 5',
      '/guards/small': 'data.application.amount <= 5',
      [`${LIVE}/talks/always`]: { target: 'adjudication', guard: 'large' },
      [`${LIVE}/adjudication/always`]: { target: 'talks', guard: 'small' },
      [`${LIVE}/talks/after/talksWindow`]: { target: '#closed', actions: withdrawn },
    },
  },
  {
    when: 'case and party keep telling each other the same',
    code: 'tell-cycle',
    at: '*',
    change: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: { actions: { type: 'tell', to: 'respondent', event: 'PING' } },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
    says: ['PING', 'PONG'],
    allows: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: { actions: { type: 'refund', fee: 'application' } },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
  },
  {
    when: 'a party that moves to and fro makes the case send it to and fro',
    code: 'tell-cycle',
    at: '*',
    change: {
      [`${LIVE}/response/on/PARTY_CHANGED`]: [
        { guard: 'everyoneAnswered', target: 'talks' },
        { guard: 'someoneDefaulted', target: 'adjudication' },
        { actions: { type: 'tell', to: 'respondent', event: 'FLIP' } },
      ],
      [`${RESPONDENT}/unserved/on/FLIP`]: 'other',
      [`${RESPONDENT}/other`]: { on: { FLIP: 'unserved' } },
    },
  },
  {
    when: 'guards may or may not end what charts tell each other',
    code: 'tell-cycle',
    severity: 'warning',
    at: '*',
    change: {
      [`${INTAKE}/review/on/PAY/actions`]: { type: 'tell', to: 'respondent', event: 'PING' },
      [`${INTAKE}/review/on/PONG`]: {
        guard: 'withinLimit',
        actions: { type: 'tell', to: 'respondent', event: 'PING' },
      },
      [`${RESPONDENT}/unserved/on/PING`]: { actions: { type: 'tell', to: 'case', event: 'PONG' } },
    },
  },
]);
