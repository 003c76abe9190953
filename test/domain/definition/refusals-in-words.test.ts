import { describeRefusals } from './refusals.ts';

const REVIEW = '/chart/states/intake/states/review';
const text = (words: string) => ({ en: words, fr: words });
const said = text('The claim is too large.');

describeRefusals('what people are told of a refusal must be said of something, to people who may know', [
  {
    when: 'it is said of a guard that does not exist',
    code: 'unknown-guard',
    at: '/refusals/withinLimits',
    change: { '/refusals': { withinLimits: said } },
    says: ['withinLimits', 'withinLimit'],
    allows: { '/refusals': { withinLimit: said } },
  },
  {
    when: 'it is said of a denial that no transition asks',
    code: 'unused',
    severity: 'warning',
    at: '/refusals/!withinLimit',
    change: { '/refusals': { '!withinLimit': said } },
    says: ['!withinLimit'],
    allows: {
      '/guards/tooLarge': 'data.application.amount > 500000',
      [`${REVIEW}/on/ISSUE/guard`]: { all: ['withinLimit', { not: 'tooLarge' }] },
      '/refusals': { '!tooLarge': said },
    },
  },
  {
    when: 'it is said of a guard that only the engine meets',
    code: 'unused',
    severity: 'warning',
    at: '/refusals/everyoneAnswered',
    change: { '/refusals': { everyoneAnswered: said } },
  },
  {
    when: 'it is missing in a language',
    code: 'missing-translation',
    at: '/refusals/withinLimit/fr',
    change: { '/refusals': { withinLimit: { en: 'The claim is too large.' } } },
  },
  {
    when: 'it has a placeholder, for nothing is filled in there',
    code: 'placeholder-not-filled',
    at: '/refusals/withinLimit/en',
    change: { '/refusals': { withinLimit: { ...said, en: '{{data.application.amount}} is too much.' } } },
  },
  {
    when: 'its name is no name of a guard',
    code: 'bad-name',
    at: '/refusals/!!withinLimit',
    change: { '/refusals': { '!!withinLimit': said } },
  },
  {
    when: 'an event says what people are told otherwise, and has no condition',
    code: 'otherwise-without-when',
    at: '/events/ISSUE/otherwise',
    change: { '/events/ISSUE/otherwise': said },
    allows: { '/events/ISSUE/otherwise': said, '/events/ISSUE/when': 'data.application.amount > 0' },
  },
  {
    when: 'what an event says otherwise is missing in a language',
    code: 'missing-translation',
    at: '/events/FILE_RESPONSE/otherwise/fr',
    change: { '/events/FILE_RESPONSE/otherwise': { en: 'Not now.' } },
  },
  {
    when: 'the member would learn from it what was offered',
    code: 'privileged-shown',
    at: '/refusals/offerAccepted',
    change: {
      '/refusals': { offerAccepted: said },
      '/chart/states/live/states/adjudication/on/DECIDE/guard': 'offerAccepted',
    },
    says: ['DECIDE', 'offer.accepted'],
    allows: { '/refusals': { offerAccepted: said } },
  },
  {
    when: 'the member would learn from a condition what was offered',
    code: 'privileged-shown',
    at: '/events/DECIDE/otherwise',
    change: { '/events/DECIDE/when': 'offer.open', '/events/DECIDE/otherwise': said },
  },
  {
    when: 'a party would learn what only the tribunal may read',
    code: 'sealed-shown',
    at: '/refusals/withinLimit',
    change: {
      '/forms/application/pages/0/fields/0/access': 'tribunal',
      '/refusals': { withinLimit: said },
      '/events/ISSUE/by': ['applicant', 'registrar'],
    },
    says: ['ISSUE', 'application.amount'],
  },
]);
