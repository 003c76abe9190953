import type { DefinitionInput } from '../src/domain/definition/schema.ts';

const text = (en: string) => ({ en, fr: en });

/**
 * The smallest process that still pays for everything: each move is checked for role, condition, form and guard, and
 * changes the state of the chart. `WAIT` sets a deadline and `STOP_WAITING` clears it, for the sweep.
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
  events: {
    MOVE: { title: text('Move'), by: ['applicant'], form: 'note', when: "actor.role == 'applicant'" },
    WAIT: { title: text('Wait'), by: ['applicant'] },
  },
  deadlines: { patience: { count: 10, unit: 'days', roll: 'next-working-day', why: text('You have {count} days.') } },
  guards: { affordable: 'event.amount <= 500000' },
  chart: {
    initial: 'one',
    meta: { stage: 'talk' },
    states: {
      one: { on: { MOVE: { target: 'other', guard: 'affordable' }, WAIT: 'waiting' } },
      other: { on: { MOVE: { target: 'one', guard: 'affordable' }, WAIT: 'waiting' } },
      waiting: { after: { patience: 'one' } },
    },
  },
};

/** About as long as what people write into a box. */
export const NOTE = { text: 'The carpet was already stained when we moved in, and the photos of that day show it. '.repeat(3), amount: 120_000 };
