import { describeRefusals } from './refusals.ts';

describeRefusals('a notice that starts or ends rights reaches people, and says when it counts', [
  {
    when: 'a legal notice has no service rule',
    code: 'legal-without-service',
    at: '/notices/dispute-notice',
    change: { '/notices/dispute-notice/service': undefined },
    says: ['dispute-notice'],
  },
  {
    when: 'a service rule says nothing',
    code: 'legal-without-service',
    at: '/notices/dispute-notice/service/deemed',
    change: { '/notices/dispute-notice/service/deemed': {} },
  },
  {
    when: 'a legal notice goes to some only',
    code: 'legal-to-some',
    at: '/notices/dispute-notice/only',
    change: { '/notices/dispute-notice/only': 'party.id != actor.party' },
    says: ['dispute-notice'],
  },
  {
    when: 'a service rule is for a channel that is not used',
    code: 'service-without-channel',
    severity: 'warning',
    at: '/notices/dispute-notice/service/deemed/email',
    change: { '/notices/dispute-notice/channels': ['portal'] },
  },
  {
    when: 'a legal notice goes by letter, and nothing says when a letter counts as served',
    code: 'channel-without-service',
    severity: 'warning',
    at: '/notices/dispute-notice/service/deemed',
    change: { '/notices/dispute-notice/channels': ['portal', 'email', 'letter'] },
    allows: {
      '/notices/dispute-notice/channels': ['portal', 'email', 'letter'],
      '/notices/dispute-notice/service/deemed/letter': { days: 5 },
    },
  },
  {
    when: 'a notice goes by text message alone, which says only that there is something in the portal',
    code: 'text-alone',
    at: '/notices/offer-moved/channels',
    change: { '/notices/offer-moved/channels': ['sms'] },
    allows: { '/notices/offer-moved/channels': ['portal', 'sms'] },
  },
  {
    when: 'a notice counts as served by a text message, which does not say what it is about',
    code: 'text-alone',
    at: '/notices/dispute-notice/service/deemed/sms',
    change: {
      '/notices/dispute-notice/channels': ['portal', 'email', 'sms'],
      '/notices/dispute-notice/service/deemed/sms': { days: 0 },
    },
  },
]);
