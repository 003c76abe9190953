import { describeRefusals } from '../refusals.ts';

describeRefusals('a definition that names what does not exist is refused', [
  {
    when: 'a text has a placeholder that nothing fills',
    code: 'unknown-placeholder',
    at: '/notices/decision/subject/fr',
    change: { '/notices/decision/subject/fr': '{{case.referense}}' },
    says: ['case.reference'],
  },
  {
    when: 'a text has a placeholder with too few or too many parts',
    code: 'unknown-placeholder',
    at: '/notices/decision/subject/fr',
    change: {
      '/notices/decision/subject/fr':
        '{{data.application}} {{data.application.amount.cents}} {{event.}} {{nothing.at.all}}',
    },
  },
  {
    when: 'the explanation of a deadline has more than its count',
    code: 'unknown-placeholder',
    at: '/deadlines/talksWindow/why/en',
    change: { '/deadlines/talksWindow/why/en': 'Until {date}' },
  },
  {
    when: 'braces make no placeholder',
    code: 'bad-placeholder',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': 'It orders {{ event amount }}.' },
    allows: { '/notices/decision/body/en': 'It orders {{ event.amount }} ({not a placeholder}).' },
  },
  {
    when: 'a placeholder stands where nothing fills it',
    code: 'placeholder-not-filled',
    at: '/guidance/live/applicant/en',
    change: { '/guidance/live/applicant/en': 'Case {{case.reference}}' },
  },
]);
