import { numbers, withMany } from './bombs.ts';
import { changed } from './changed.ts';

const WORD = { en: 'W', fr: 'W' };

/** Definitions in which many of one thing meet many of another, each pair of which could cost the checker something. */
export const MULTIPLYING_BOMBS: Record<string, () => unknown> = {
  'events with a form each, all leading to a deadline counted from an answer': () =>
    changed(
      withMany(230, (n) => ({
        on: { [`E${n}`]: `s${(n + 1) % 230}`, WITHDRAW: '#closed' },
        after: { counted: '#closed' },
      })),
      {
        ...eventsWithForms(230, () => numbers(10, (n) => ({ id: `q${n}`, type: 'date', required: true }))),
        '/deadlines/counted': deadline('data.f0.q0'),
      },
    ),
};

function eventsWithForms(count: number, fields: (n: number) => readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    numbers(count, (n) => [
      [`/forms/f${n}`, formOf(fields(n))] as const,
      [`/events/E${n}`, { title: WORD, by: ['applicant'], form: `f${n}` }] as const,
    ]).flat(),
  );
}

function formOf(fields: readonly unknown[]): unknown {
  const pages = numbers(Math.ceil(fields.length / 40), (page) => ({
    id: `p${page}`,
    fields: fields.slice(page * 40, page * 40 + 40),
  }));
  return { title: WORD, pages };
}

function deadline(basis: string): unknown {
  return { basis, count: 1, unit: 'days', why: WORD };
}
