import type { DefinitionInput } from '../../../../src/domain/definition/schema.ts';
import { text } from './text.ts';

/** Where people find out whether this is the place for them. */
export const EXPLORER: DefinitionInput['explorer'] = {
  start: 'kind',
  questions: {
    kind: {
      title: text('What is it about?', 'De quoi s’agit-il?'),
      options: [
        { value: 'debt', label: text('A debt', 'Une dette'), next: 'amount', sets: 'application.kind' },
        { value: 'love', label: text('A divorce', 'Un divorce'), next: 'elsewhere' },
      ],
    },
    amount: {
      title: text('How much?', 'Combien?'),
      options: [
        { value: 'little', label: text('Up to $5,000', 'Jusqu’à 5 000 $'), next: 'here' },
        { value: 'much', label: text('More', 'Plus'), next: 'elsewhere' },
      ],
    },
  },
  outcomes: {
    here: {
      title: text('This is the place', 'C’est ici'),
      body: text('You can claim.', 'Vous pouvez réclamer.'),
      start: true,
    },
    elsewhere: {
      title: text('Another court', 'Un autre tribunal'),
      body: text('Go to the Provincial Court.', 'Allez à la Cour provinciale.'),
      letters: [{ title: text('A letter', 'Une lettre'), body: text('Please pay.', 'Veuillez payer.') }],
      links: [{ title: text('The court', 'La cour'), url: 'https://example.org/' }],
    },
  },
};
