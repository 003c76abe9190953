import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });

describeRefusals('a process that leaves people without a word is refused', [
  {
    when: 'a role can act without being told what this means for them',
    code: 'missing-guidance',
    at: '/guidance/live.talks/respondent',
    change: { '/guidance/live.talks': undefined },
    says: ['MAKE_OFFER', 'respondent'],
    allows: { '/guidance/live.talks': undefined, '/guidance/live/respondent': text('Talk.') },
  },
  {
    when: 'a role can act wherever a case is open, and is told only in some places',
    code: 'missing-guidance',
    at: '/guidance/intake.draft/registrar',
    change: {
      '/chart/on': { REFUSE: { target: '.closed', actions: { type: 'outcome', outcome: 'refused' } } },
      '/guidance/live/registrar': text('Refuse, if need be.'),
      '/guidance/intake/registrar': undefined,
    },
    allows: {
      '/chart/on': { REFUSE: { target: '.closed', actions: { type: 'outcome', outcome: 'refused' } } },
      '/guidance/live/registrar': text('Refuse, if need be.'),
    },
  },
  {
    when: 'a party is not told what its own state means',
    code: 'missing-guidance',
    at: '/guidance/respondent:served/respondent',
    change: { '/guidance/respondent:served': undefined },
  },
  {
    when: 'someone who can act on the chart of a party is told nothing',
    code: 'missing-guidance',
    at: '/guidance/respondent:unserved/registrar',
    change: { '/guidance/respondent:unserved/registrar': undefined },
    allows: { '/guidance/respondent:unserved/applicant': undefined },
  },
]);
