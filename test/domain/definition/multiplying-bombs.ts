import { aGoodDefinition } from './a-good-definition.ts';
import { numbers, withMany } from './bombs.ts';
import { changed } from './changed.ts';

const LIVE = '/chart/states/live';
const TALKS = `${LIVE}/states/talks`;
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
  'nine hundred deadlines of one state, and nine hundred events that lead there': () =>
    deadlinesAndEvents({ deadlines: 900, events: 900, forms: 1, basis: () => 'data.f0.q' }),
  'as many deadlines of one state, and events that lead there, as there may be': () =>
    deadlinesAndEvents({ deadlines: 139, events: 140, forms: 1, basis: () => 'data.f0.q' }),
  'five hundred deadlines that read an answer which one event of eight hundred brings': () =>
    deadlinesAndEvents({ deadlines: 500, events: 800, forms: 1, basis: () => 'event.q' }),
  'as many deadlines that read the event, and events with a form each, as there may be': () =>
    deadlinesAndEvents({
      deadlines: 37,
      events: 38,
      forms: 38,
      basis: (n) => `has(event.q) && days(event.q, now) > ${n} ? event.q : today`,
    }),
  'a guard that reads the event, asked on as many events with a form each as there may be': () =>
    changed(
      withMany(290, (n) => ({
        on: { [`E${n}`]: { guard: 'asked', target: `s${(n + 1) % 290}` }, WITHDRAW: '#closed' },
      })),
      { ...eventsWithForms(290, () => [{ id: 'q', type: 'date' }]), '/guards/asked': 'has(event.q)' },
    ),
  'fees charged on entering forty states at once, by hundreds of events': () =>
    changed(aGoodDefinition(), {
      [`${TALKS}/type`]: 'parallel',
      [`${TALKS}/states`]: Object.fromEntries(
        numbers(40, (n) => [`s${n}`, { entry: numbers(50, () => ({ type: 'charge', fee: 'application' })) }]),
      ),
      [`${LIVE}/on`]: Object.fromEntries(numbers(400, (n) => [`E${n}`, '.talks'])),
    }),
};

/** Deadlines of one state, and events that lead there, the first of them with a form. */
function deadlinesAndEvents(many: {
  readonly deadlines: number;
  readonly events: number;
  readonly forms: number;
  readonly basis: (n: number) => string;
}): unknown {
  return changed(aGoodDefinition(), {
    ...Object.fromEntries(numbers(many.events, (n) => [`/events/E${n}`, { title: WORD, by: ['applicant'] }])),
    ...eventsWithForms(many.forms, () => [{ id: 'q', type: 'date', required: true }]),
    ...Object.fromEntries(numbers(many.deadlines, (n) => [`/deadlines/d${n}`, deadline(many.basis(n))])),
    [`${LIVE}/on`]: Object.fromEntries(numbers(many.events, (n) => [`E${n}`, '.talks'])),
    [`${TALKS}/after`]: Object.fromEntries(numbers(many.deadlines, (n) => [`d${n}`, 'adjudication'])),
  });
}

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
