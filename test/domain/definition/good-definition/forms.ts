import type { DefinitionInput } from '../../../../src/domain/definition/schema.ts';
import { text } from './text.ts';

/** What people are asked. */
export const FORMS: DefinitionInput['forms'] = {
  application: {
    title: text('Your claim', 'Votre demande'),
    pages: [
      {
        id: 'claim',
        fields: [
          { id: 'amount', type: 'money', min: 1, max: 500_000, required: true, label: text('Amount', 'Somme') },
          { id: 'incidentOn', type: 'date', required: true, label: text('When it happened', 'Date des faits') },
          {
            id: 'kind',
            type: 'choice',
            required: true,
            label: text('What it is about', 'Objet'),
            options: [
              { value: 'debt', label: text('A debt', 'Une dette') },
              { value: 'damage', label: text('Damage', 'Un dommage') },
            ],
          },
        ],
      },
      {
        id: 'damage',
        title: text('The damage', 'Le dommage'),
        showIf: "form.kind == 'damage'",
        fields: [{ id: 'photos', type: 'file', maxFiles: 5 }],
      },
      {
        id: 'private',
        fields: [
          { id: 'lowest', type: 'money', privileged: true, label: text('Least you would take', 'Minimum accepté') },
          {
            id: 'safety',
            type: 'longtext',
            access: 'tribunal',
            label: text('Are you safe?', 'Êtes-vous en sécurité?'),
          },
        ],
      },
    ],
  },
  service: {
    title: text('How you served', 'Mode de signification'),
    pages: [{ id: 'service', fields: [{ id: 'on', type: 'date', required: true, label: text('When', 'Quand') }] }],
  },
  response: {
    title: text('Your response', 'Votre réponse'),
    pages: [
      {
        id: 'reasons',
        fields: [{ id: 'reasons', type: 'longtext', required: true, label: text('Why', 'Pourquoi') }],
      },
    ],
  },
  offer: {
    title: text('Your offer', 'Votre offre'),
    pages: [{ id: 'offer', fields: [{ id: 'amount', type: 'money', required: true, label: text('Amount', 'Somme') }] }],
  },
  decision: {
    title: text('The decision', 'La décision'),
    pages: [
      {
        id: 'decision',
        fields: [
          { id: 'reasons', type: 'longtext', required: true, label: text('Reasons', 'Motifs') },
          { id: 'terms', type: 'longtext', required: true, label: text('Order', 'Ordonnance') },
          { id: 'amount', type: 'money', required: true, label: text('Amount', 'Somme') },
        ],
      },
    ],
  },
};
