import { addDays } from '../../domain/time/calendar-day.ts';
import type { Person, Step, Story } from './story.ts';

const giulia: Person = { name: 'Giulia Ferraro', language: 'it' };
const marco: Person = { name: 'Marco Bellini', language: 'it' };
const elena: Person = { name: 'Elena Rossetti', language: 'it' };

const created: Step = {
  after: 0,
  as: 'registrar',
  do: 'CREATE_FINE',
  form: () => ({ amount: 4_200, maximum: 16_900, article: '157' }),
};
const sent: Step = { after: 6, as: 'registrar', do: 'SEND_FINE', form: () => ({ expense: 1_100 }) };
const notified: Step = {
  after: 9,
  as: 'registrar',
  do: 'INSERT_NOTIFICATION',
  form: (today) => ({ notifiedOn: addDays(today, -2) }),
};
const paid: Step = { after: 5, as: 'offender', do: 'PAY', form: () => ({ amount: 5_300 }) };
const appealed: Step = {
  after: 12,
  as: 'offender',
  do: 'APPEAL_TO_PREFECTURE',
  form: () => ({
    reasons: 'Il cartello era coperto dai rami di un albero. Allego una fotografia dello stesso giorno.',
  }),
};

function fine(person: Person, steps: readonly Step[], quietFor: number): Story {
  return {
    workflow: 'traffic-fine',
    language: 'it',
    opener: 'registrar',
    parties: [{ role: 'offender', person }],
    papers: [],
    steps,
    quietFor,
  };
}

/** Three fines for parking, in Italian. */
export const FINES: readonly Story[] = [
  fine(giulia, [created, sent, notified, paid], 9),
  fine(marco, [created, sent, notified], 70),
  fine(elena, [created, sent, notified, appealed], 4),
];
