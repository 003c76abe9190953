import type { DefinitionInput } from '../../../../src/domain/definition/schema.ts';
import { text } from './text.ts';

/** What people are told, and by which way. */
export const NOTICES: DefinitionInput['notices'] = {
  'dispute-notice': {
    to: ['respondent'],
    channels: ['portal', 'email'],
    template: 'dispute-notice',
    attach: ['dispute-notice'],
    legal: true,
    service: { deemed: { email: { days: 1 } } },
    subject: text('{{case.reference}}: a claim against you', '{{case.reference}} : une demande contre vous'),
    body: text(
      'Dear {{recipient.name}},\n\n{{parties.applicant}} claims {{data.application.amount}}. See {{link}}.',
      '{{recipient.name}},\n\n{{parties.applicant}} réclame {{data.application.amount}}. Voir {{link}}.',
    ),
  },
  'response-reminder': {
    to: ['respondent'],
    channels: ['portal', 'email'],
    template: 'deadline-reminder',
    subject: text('Respond by {{deadline.responseWindow}}', 'Répondez avant le {{deadline.responseWindow}}'),
    body: text('You were served on {{party.service.on}}.', 'Signifié le {{party.service.on}}.'),
  },
  'offer-moved': {
    to: ['applicant', 'respondent'],
    except: 'actor',
    channels: ['portal'],
    template: 'notice',
    privileged: true,
    subject: text('An offer', 'Une offre'),
    body: text('Look at the offer at {{link}}.', 'Voyez l’offre à {{link}}.'),
  },
  decision: {
    to: ['applicant', 'respondent'],
    channels: ['portal', 'email'],
    template: 'decision',
    attach: ['decision'],
    subject: text('The decision', 'La décision'),
    body: text('It orders {{event.amount}}.', 'Elle ordonne {{event.amount}}.'),
  },
};

/** What goes with it. */
export const DOCUMENTS: DefinitionInput['documents'] = {
  'dispute-notice': {
    template: 'dispute-notice',
    title: text('Dispute notice', 'Avis de litige'),
    access: 'case',
    sections: [{ heading: text('The claim', 'La demande'), form: 'application' }],
  },
  decision: {
    template: 'decision',
    title: text('Decision', 'Décision'),
    access: 'case',
    sections: [
      { text: text('The claim was for {{data.application.amount}}.', 'Demande : {{data.application.amount}}.') },
    ],
  },
};
