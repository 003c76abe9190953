import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { both } from './both.ts';

/** What people are told, and by which way. */
export const NOTICES: DefinitionInput['notices'] = {
  'dispute-notice': {
    to: ['respondent'],
    channels: ['portal', 'email'],
    template: 'dispute-notice',
    attach: ['dispute-notice'],
    service: { deemed: { email: { days: 1 } } },
    subject: both('A claim against you: {{case.reference}}', 'Une demande contre vous : {{case.reference}}'),
    body: both(
      'Dear {{recipient.name}},\n\n{{parties.applicant}} claims {{data.application.amount}}.',
      '{{recipient.name}},\n\n{{parties.applicant}} réclame {{data.application.amount}}.',
    ),
  },
  'response-reminder': {
    to: ['respondent'],
    channels: ['portal', 'email'],
    template: 'deadline-reminder',
    subject: both('Answer by {{deadline.responseWindow}}', 'Répondez avant le {{deadline.responseWindow}}'),
    body: both('Please answer.', 'Veuillez répondre.'),
  },
  'default-available': {
    to: ['applicant'],
    channels: ['portal', 'email'],
    template: 'notice',
    subject: both('No answer', 'Pas de réponse'),
    body: both('{{party.name}} did not answer.', '{{party.name}} n’a pas répondu.'),
  },
  'offer-made': {
    to: ['applicant', 'respondent'],
    except: 'actor',
    channels: ['portal', 'email'],
    template: 'notice',
    privileged: true,
    subject: both('An offer', 'Une offre'),
    body: both('There is an offer.', 'Il y a une offre.'),
  },
  'offer-expired': {
    to: ['applicant', 'respondent'],
    channels: ['portal'],
    template: 'notice',
    privileged: true,
    subject: both('The offer ended', 'L’offre a pris fin'),
    body: both('It ended.', 'Elle a pris fin.'),
  },
  decision: {
    to: ['applicant', 'respondent'],
    channels: ['portal', 'email'],
    template: 'decision',
    attach: ['decision'],
    service: { deemed: { email: { days: 1 } } },
    subject: both('Decision', 'Décision'),
    body: both('A decision was made.', 'Une décision a été rendue.'),
  },
};

/** What goes with it. */
export const DOCUMENTS: DefinitionInput['documents'] = {
  'dispute-notice': {
    template: 'dispute-notice',
    access: 'case',
    title: both('Dispute notice', 'Avis de différend'),
    sections: [{ heading: both('The claim', 'La demande'), form: 'application' }],
  },
  decision: { template: 'decision', access: 'case', title: both('Decision and order', 'Décision et ordonnance') },
};
