import { aGoodDefinition } from './a-good-definition.ts';
import { nest, numbers, withMany } from './bombs.ts';
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
  'long guards, each asked on a hundred events with forms': () =>
    changed(
      withMany(100, (n) => ({
        on: {
          [`E${n}`]: numbers(8, (m) => ({ guard: { all: numbers(10, (k) => `g${(m * 10 + k) % 75}`) }, target: 's0' })),
        },
      })),
      {
        ...eventsWithForms(100, () => [{ id: 'q', type: 'date' }]),
        ...Object.fromEntries(
          numbers(75, (n) => [`/guards/g${n}`, anyOf(32, (m) => `data.application.amount>${n + m}`)]),
        ),
      },
    ),
  'guards that are never true together, asked again whenever a state is found': () =>
    changed(
      backwards(450, (n) => (n > 420 ? { WITHDRAW: numbers(12, () => ({ guard: FORTY_GUARDS, target: 's0' })) } : {})),
      Object.fromEntries(numbers(40, (n) => [`/guards/g${n}`, `data.application.amount == ${n}`])),
    ),
  'a hundred party roles, and events of parties that the case is asked to hear': () =>
    changed(
      backwards(450, () => ({ FILE_RESPONSE: numbers(5, () => 's0') })),
      Object.fromEntries(numbers(90, (n) => [`/roles/r${n}`, { kind: 'party', min: 0, max: 1, chart: 'respondent' }])),
    ),
  'answers misspelt in thousands of places, and a form of thousands': () =>
    changed(aGoodDefinition(), {
      '/forms/many': formOf(numbers(2_200, (n) => ({ id: `answer-number-${n}`, type: 'date' }))),
      ...Object.fromEntries(
        numbers(500, (n) => [`/guards/g${n}`, anyOf(8, (m) => `data.many.answer_namber_${n}_${m}>1`)]),
      ),
    }),
  'events misspelt in thousands of steps of scenarios, and a thousand events': () =>
    changed(aGoodDefinition(), {
      ...Object.fromEntries(numbers(980, (n) => [`/events/SOMETHING_DONE_${n}`, { title: WORD, by: ['applicant'] }])),
      '/scenarios': numbers(100, (n) => ({
        name: `s${n}`,
        start: '2026-03-02T09:00',
        parties: { applicant: 1, respondent: 1 },
        steps: numbers(40, (m) => ({ as: 'applicant', do: `SOMETHING_DUNE_${n}_${m}` })),
      })),
    }),
  'guidance for thousands of states and roles that there are not': () =>
    changed(
      withMany(450, (n) => ({ on: { WITHDRAW: `s${(n + 1) % 450}` } })),
      Object.fromEntries(numbers(3_000, (n) => [`/guidance/many.stat${n}`, { applicamt: WORD }])),
    ),
  'tasks of five states around four hundred, done by events that stay in them': () =>
    changed(aGoodDefinition(), {
      '/chart/states/many': {
        id: 'many',
        meta: { stage: 'talks' },
        ...(nest(5, (inner) => ({ initial: 'in', entry: fiftyTasks(), states: { in: inner } }), {
          initial: 's0',
          states: Object.fromEntries(numbers(400, (n) => [`s${n}`, { on: { WITHDRAW: numbers(10, (m) => `s${m}`) } }])),
        }) as object),
      },
      [`${TALKS}/after/talksWindow`]: '#many',
    }),
  'regions that nothing leads out of, and thousands of transitions beside them': () =>
    inParallel({
      ...Object.fromEntries(numbers(400, (n) => [`r${n}`, {}])),
      busy: {
        initial: 'a',
        states: { a: { on: Object.fromEntries(numbers(220, (n) => [`E${n}`, numbers(20, () => 'a')])) } },
      },
    }),
  'regions in which thousands of transitions start them all again': () =>
    inParallel(
      Object.fromEntries(
        numbers(160, (n) => [
          `r${n}`,
          {
            initial: 'a',
            states: {
              a: { on: { DECIDE: numbers(14, () => 'b') } },
              b: { on: { DECIDE: numbers(14, () => '#many') } },
            },
          },
        ]),
      ),
    ),
};

const FORTY_GUARDS = {
  all: [{ all: numbers(20, (n) => `g${n}`) }, { all: numbers(20, (n) => `g${n + 20}`) }],
};

/** States of which the last comes first and each leads to the one before; `on` says what else happens there. */
function backwards(count: number, on: (n: number) => object): unknown {
  const states = withMany(count, (n) => ({ on: { DECIDE: n === 0 ? '#closed' : `s${n - 1}`, ...on(n) } }));
  return changed(states, { '/chart/states/many/initial': `s${count - 1}` });
}

function inParallel(states: object): unknown {
  return changed(aGoodDefinition(), {
    '/chart/states/many': { id: 'many', meta: { stage: 'talks' }, type: 'parallel', states },
    ...Object.fromEntries(numbers(220, (n) => [`/events/E${n}`, { title: WORD, by: ['applicant'] }])),
    [`${TALKS}/after/talksWindow`]: '#many',
  });
}

function fiftyTasks(): unknown {
  const task = { type: 'task', queue: 'registrar', title: WORD, closedBy: ['WITHDRAW'] };
  return numbers(50, (n) => ({ ...task, task: `t${n}` }));
}

function anyOf(count: number, make: (n: number) => string): string {
  return numbers(count, make).join('||');
}

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
