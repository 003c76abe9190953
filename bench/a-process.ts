import type { DefinitionInput } from '../src/domain/definition/schema.ts';

const text = (en: string) => ({ en, fr: en });

/**
 * The smallest process that still pays for everything: each move is checked for role, condition, form and guard, and
 * changes the state of the chart. Every case waits for a deadline, which a move leaves alone.
 */
export const benchProcess: DefinitionInput = {
  format: 1,
  id: 'bench',
  title: text('Bench'),
  languages: ['en', 'fr'],
  calendar: 'ca-bc',
  reference: 'B',
  stages: [{ id: 'talk', title: text('Talk') }],
  roles: {
    applicant: { kind: 'party', min: 1, max: 1 },
    respondent: { kind: 'party', min: 1, max: 1 },
    registrar: { kind: 'tribunal', shared: true },
  },
  forms: {
    note: {
      title: text('A note'),
      pages: [
        {
          id: 'note',
          fields: [
            { id: 'text', type: 'longtext', required: true },
            { id: 'amount', type: 'money', required: true },
          ],
        },
      ],
    },
  },
  events: { MOVE: { title: text('Move'), by: ['applicant'], form: 'note', when: "actor.role == 'applicant'" } },
  deadlines: { patience: { count: 10, unit: 'days', roll: 'next-working-day', why: text('You have {count} days.') } },
  guards: { affordable: 'event.amount <= 500000' },
  chart: {
    initial: 'talking',
    meta: { stage: 'talk' },
    states: {
      talking: {
        initial: 'one',
        after: { patience: 'over' },
        states: {
          one: { on: { MOVE: { target: 'other', guard: 'affordable' } } },
          other: { on: { MOVE: { target: 'one', guard: 'affordable' } } },
        },
      },
      over: { on: { MOVE: 'talking' } },
    },
  },
};

/** About as long as what people write into a box. */
export const NOTE = {
  text: 'The carpet was already stained when we moved in, and the photos of that day show it. '.repeat(3),
  amount: 120_000,
};
