import { describeRefusals } from './refusals.ts';

const LIVE = '/chart/states/live/states';
const text = (words: string) => ({ en: words, fr: words });
const withdrawn = { type: 'outcome', outcome: 'withdrawn' };
const chase = { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') };

/** The applicant leads from talks to a rest and back; a deadline runs in one of them, or in what is around both. */
const resting = (deadlines: { talks: string; rest?: string; around?: string }) => ({
  [`${LIVE}/talks/after`]: { [deadlines.talks]: 'adjudication' },
  [`${LIVE}/talks/on/REST`]: 'rest',
  [`${LIVE}/rest`]: {
    meta: { stage: 'talks' },
    on: { RESUME: 'talks' },
    ...(deadlines.rest && { after: { [deadlines.rest]: 'adjudication' } }),
    entry: chase,
  },
  ...(deadlines.around && {
    '/chart/states/live/after': { [deadlines.around]: { target: '#closed', actions: withdrawn } },
    [`/deadlines/${deadlines.around}`]: { count: 300, unit: 'days', why: text('The case ends after {count} days.') },
  }),
  '/events/REST': { title: text('Rest'), by: ['applicant'] },
  '/events/RESUME': { title: text('Resume'), by: ['applicant', 'representative'] },
});

describeRefusals('a chart in which a case could take longer than it says is warned of', [
  {
    when: 'a stage should be over before its deadline has run',
    code: 'target-too-short',
    severity: 'warning',
    at: '/stages/2/target',
    change: { '/stages/2/target': { days: 14 } },
    says: ['talksWindow'],
    allows: { '/stages/2/target': { days: 21 } },
  },
  {
    when: 'a stage should be over before the longer of the days that its deadline may have',
    code: 'target-too-short',
    severity: 'warning',
    at: '/stages/2/target',
    change: {
      '/stages/2/target': { days: 21 },
      '/deadlines/talksWindow/countWhen': [{ if: 'data.application.amount > 100', count: 35 }],
    },
    says: ['talksWindow', '35'],
    allows: {
      '/stages/2/target': { days: 35 },
      '/deadlines/talksWindow/countWhen': [{ if: 'data.application.amount > 100', count: 35 }],
    },
  },
  {
    when: 'a stage should be over before the deadline of a party has run that it waits for',
    code: 'target-too-short',
    severity: 'warning',
    at: '/stages/1/target',
    change: { '/stages/1/target': { days: 60 } },
    says: ['serviceWindow', '90'],
    allows: { '/stages/1/target': { days: 90 } },
  },
  {
    when: 'the applicant can lead a case round and round',
    code: 'can-stall',
    severity: 'warning',
    at: '*',
    change: {
      [`${LIVE}/talks/after`]: undefined,
      [`${LIVE}/talks/on/REST`]: 'rest',
      [`${LIVE}/rest`]: {
        meta: { stage: 'talks' },
        on: { RESUME: 'talks' },
        entry: { type: 'task', task: 'chase', queue: 'registrar', title: text('Chase') },
      },
      '/events/REST': { title: text('Rest'), by: ['applicant'] },
      '/events/RESUME': { title: text('Resume'), by: ['applicant', 'representative'] },
    },
    says: ['applicant', 'live.rest'],
  },
  {
    when: 'the applicant can lead a case round, and each time its deadline begins anew',
    code: 'can-stall',
    severity: 'warning',
    at: '*',
    change: resting({ talks: 'talksWindow', rest: 'talksWindow' }),
    says: ['applicant', 'live.rest', 'live.talks'],
    allows: resting({ talks: 'talksWindow', around: 'restWindow' }),
  },
  {
    when: 'the applicant can begin the deadline of a state anew from inside',
    code: 'can-stall',
    severity: 'warning',
    at: '*',
    change: {
      '/chart/states/live/states/talks/initial': 'open',
      '/chart/states/live/states/talks/states': { open: { on: { RESUME: '#talks' } } },
      '/chart/states/live/states/talks/id': 'talks',
      '/events/RESUME': { title: text('Resume'), by: ['applicant'] },
    },
    says: ['live.talks.open'],
  },
]);
