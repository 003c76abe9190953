import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { both } from './both.ts';

/** What people are asked. */
export const FORMS: DefinitionInput['forms'] = {
  application: {
    title: both('Your claim', 'Votre demande'),
    pages: [
      {
        id: 'claim',
        fields: [
          { id: 'amount', type: 'money', label: both('Amount', 'Montant'), required: true },
          {
            id: 'what',
            type: 'longtext',
            label: both('What happened', 'Ce qui s’est passé'),
            required: true,
            maxLength: 4_000,
          },
          { id: 'bank', type: 'text', label: both('Bank', 'Banque'), access: 'sealed' },
        ],
      },
    ],
  },
  service: {
    title: both('Proof of service', 'Preuve de signification'),
    pages: [
      {
        id: 'service',
        fields: [
          { id: 'servedOn', type: 'date', label: both('Served on', 'Signifié le'), required: true },
          {
            id: 'method',
            type: 'choice',
            options: [{ value: 'inPerson', label: both('In person', 'En personne') }],
            required: true,
          },
        ],
      },
    ],
  },
  response: {
    title: both('Your response', 'Votre réponse'),
    pages: [
      {
        id: 'position',
        fields: [
          {
            id: 'position',
            type: 'choice',
            required: true,
            options: [
              { value: 'agree', label: both('I agree', 'J’accepte') },
              { value: 'disagree', label: both('I disagree', 'Je conteste') },
            ],
          },
        ],
      },
      {
        id: 'reasons',
        showIf: "form.position != 'agree'",
        fields: [{ id: 'reasons', type: 'longtext', required: true, maxLength: 4_000 }],
      },
    ],
  },
  offer: {
    title: both('Your offer', 'Votre offre'),
    pages: [{ id: 'offer', fields: [{ id: 'amount', type: 'money', required: true }] }],
  },
  message: {
    title: both('Message', 'Message'),
    pages: [{ id: 'message', fields: [{ id: 'message', type: 'longtext', required: true }] }],
  },
  decision: {
    title: both('Decision', 'Décision'),
    pages: [
      {
        id: 'decision',
        fields: [
          { id: 'reasons', type: 'longtext', required: true },
          { id: 'terms', type: 'longtext', required: true },
          { id: 'amount', type: 'money' },
        ],
      },
    ],
  },
};
