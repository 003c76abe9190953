import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aWeb, type TestWeb, type WebOptions } from './a-web.ts';

const both = (en: string, fr: string) => ({ en, fr });
const application = depositDispute.forms?.application ?? { title: {}, pages: [] };

/** The deposit dispute with questions before the claim, and a claim of two pages that one of them fills in. */
export const depositWithExplorer: DefinitionInput = {
  ...depositDispute,
  roles: { ...depositDispute.roles, applicant: { kind: 'party', min: 1, max: 3 } },
  forms: {
    ...depositDispute.forms,
    application: {
      ...application,
      pages: [
        {
          id: 'kind',
          fields: [
            {
              id: 'kind',
              type: 'choice',
              required: true,
              label: both('What is kept?', 'Que garde-t-on?'),
              options: [
                { value: 'deposit', label: both('My deposit', 'Mon dépôt') },
                { value: 'things', label: both('My things', 'Mes affaires') },
              ],
            },
          ],
        },
        ...application.pages,
      ],
    },
  },
  fees: { application: { amount: 7_500, amountWhen: [{ if: 'event.amount > 300000', amount: 12_500 }], waiver: true } },
  explorer: {
    start: 'what',
    questions: {
      what: {
        title: both('What is it about?', 'De quoi s’agit-il?'),
        options: [
          { value: 'deposit', label: both('A deposit', 'Un dépôt'), next: 'asked', sets: 'application.kind' },
          { value: 'things', label: both('Things', 'Des affaires'), next: 'asked', sets: 'application.kind' },
          { value: 'rent', label: both('The rent', 'Le loyer'), next: 'elsewhere' },
        ],
      },
      asked: {
        title: both('Have you asked?', 'L’avez-vous demandé?'),
        options: [
          { value: 'yes', label: both('Yes', 'Oui'), next: 'here' },
          { value: 'no', label: both('No', 'Non'), next: 'letter' },
        ],
      },
    },
    outcomes: {
      here: { title: both('This is the place', 'C’est ici'), body: both('Go on.', 'Continuez.'), start: true },
      letter: {
        title: both('Ask first', 'Demandez d’abord'),
        body: both('Write.', 'Écrivez.'),
        start: true,
        letters: [
          {
            title: both('Letter: <script>alert(1)</script> ../give it back', 'Lettre : rendez-le'),
            body: both('Dear [name],\n\nGive it back.\nNow & <here>.', 'Bonjour [nom],\n\nRendez-le.'),
          },
        ],
      },
      elsewhere: {
        title: both('Not here', 'Pas ici'),
        body: both('Go elsewhere.', 'Allez ailleurs.'),
        links: [{ title: both('The other place', 'L’autre'), url: 'https://example.org/rent' }],
      },
    },
  },
};

export function aWebWithExplorer(
  definition: DefinitionInput = depositWithExplorer,
  options: WebOptions = {},
): Promise<TestWeb> {
  const process = processFor(definition);
  return aWeb({
    happenings: [],
    ...options,
    ports: { processOf: () => process, definitionOf: () => process.definition, ...options.ports },
  });
}
