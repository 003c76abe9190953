import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });

describeRefusals('what people may not read, and what is kept elsewhere, is not shown', [
  {
    when: 'a notice tells parties an answer that is for the tribunal',
    code: 'sealed-shown',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': '{{data.application.safety}}' },
  },
  {
    when: 'a document that is for the tribunal is mailed to parties',
    code: 'sealed-shown',
    at: '/notices/decision/attach/0',
    change: { '/documents/decision/access': 'tribunal' },
  },
  {
    when: 'a guard reads an answer of the parties from the case',
    code: 'never-stored',
    at: '/guards/withinLimit',
    change: { '/guards/withinLimit': "data.response.reasons != ''" },
    says: ['party.response.reasons'],
    allows: { '/guards/withinLimit': "parties.exists(p, has(p.response) && p.response.reasons != '')" },
  },
  {
    when: 'a notice tells an answer of the case as one of a party',
    code: 'never-stored',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': '{{party.application.amount}}' },
  },
  {
    when: 'a condition asks whether a party has answered, which nothing ever sets',
    code: 'never-stored',
    severity: 'warning',
    at: '/guards/everyoneAnswered',
    change: { '/partyCharts/respondent/states/served/on/FILE_RESPONSE': 'answered' },
    says: ['party.responded'],
  },
]);

const invited = (fact: string, when?: string) => ({
  '/invitations': {
    respondent: {
      title: text('You'),
      facts: [{ label: text('How much'), field: fact }],
      sections: [{ text: text('Answer'), ...(when ? { when } : {}) }],
    },
  },
});

describeRefusals('whoever holds a letter must not learn what not everybody in the case may read', [
  {
    when: 'an invitation tells an answer that is for the tribunal alone',
    code: 'sealed-shown',
    at: '/invitations/respondent/facts/0',
    change: invited('application.safety'),
    says: ['application.safety'],
    allows: invited('application.amount', '!party.responded'),
  },
  {
    when: 'an invitation shows by its sections what is without prejudice',
    code: 'sealed-shown',
    at: '/invitations/respondent/sections/0/when',
    change: invited('application.amount', 'offer.open'),
  },
]);
