import { aGoodDefinition } from './a-good-definition.ts';
import { changed } from './changed.ts';

const TALKS = '/chart/states/live/states/talks';
const REVIEW = '/chart/states/intake/states/review';

/** Definitions made to hold the checker up; each is answered within a second. */
export const BOMBS: Record<string, () => unknown> = {
  'three thousand objects inside each other': () => nest(3_000, (inner) => ({ states: inner })),
  'a hundred thousand lists inside each other': () => nest(100_000, (inner) => [inner]),
  'an object that holds itself': () => {
    const self: Record<string, unknown> = {};
    self.chart = self;
    return self;
  },
  'lists that hold the same list twice, thirty times over': () => nest(30, (inner) => [inner, inner]),
  'a list of a thousand million nothings': () => ({ stages: new Array(1_000_000_000) }),
  'ten megabytes of text': () => ({ title: { en: 'a'.repeat(10_000_000) } }),
  'a hundred thousand unknown keys': () => Object.fromEntries(numbers(100_000, (n) => [`key${n}`, 1])),
  'twenty thousand unknown keys': () => Object.fromEntries(numbers(20_000, (n) => [`k${n}`, 1])),
  'twenty thousand transitions': () =>
    withMany(480, () => ({ on: { WITHDRAW: numbers(20, (m) => `s${m}`), DECIDE: numbers(20, (m) => `s${m}`) } })),
  'five hundred states that all lead to each other': () =>
    withMany(480, (n) => ({
      on: {
        WITHDRAW: numbers(5, (m) => `s${(n * 20 + m) % 480}`),
        DECIDE: numbers(5, (m) => `s${(n * 7 + m) % 480}`),
      },
    })),
  'five hundred states beside each other': () =>
    changed(aGoodDefinition(), {
      '/chart/states/many': {
        id: 'many',
        meta: { stage: 'talks' },
        type: 'parallel',
        states: Object.fromEntries(
          numbers(160, (n) => [
            `r${n}`,
            { initial: 'a', states: { a: { on: { DECIDE: 'b' } }, b: { on: { DECIDE: 'a', PAY: '#closed' } } } },
          ]),
        ),
      },
      [`${TALKS}/after/talksWindow`]: '#many',
    }),
  'more than five hundred states': () =>
    changed(aGoodDefinition(), {
      '/chart/states/many/states': Object.fromEntries(
        numbers(3_000, (n) => [`s${n}`, { on: { DECIDE: `s${n + 1}` } }]),
      ),
    }),
  'four thousand transitions of one state': () =>
    changed(aGoodDefinition(), {
      [`${REVIEW}/on`]: Object.fromEntries(
        numbers(2_000, (n) => [`E${n}`, [{ target: 'draft', guard: 'withinLimit' }, 'draft']]),
      ),
    }),
  'guards that combine guards that combine guards': () =>
    changed(aGoodDefinition(), {
      [`${REVIEW}/on/ISSUE/guard`]: nest(9, (inner) => ({ all: [inner, { not: inner }] }), 'withinLimit'),
    }),
  'guards with as many alternatives as they can have': () => {
    const names = numbers(16, (n) => `g${n}`);
    const source = (n: number) =>
      numbers(12, (m) => `(data.application.amount == ${n * 100 + m} || fees.application.paid != ${m})`).join(' && ');
    return changed(aGoodDefinition(), {
      ...Object.fromEntries(names.map((name, n) => [`/guards/${name}`, source(n)])),
      [`${REVIEW}/on/ISSUE`]: names.map((name) => ({
        guard: { any: names.map((other) => ({ all: [name, { not: other }] })) },
        target: '#live',
      })),
    });
  },
  'six hundred guards of ten alternatives each': () => {
    const source = (n: number) =>
      numbers(5, (m) => `(data.application.amount > ${n + m} || fees.application.paid < ${m * n})`).join(' && ');
    const bomb = withMany(60, (n) => ({
      on: { WITHDRAW: numbers(10, (m) => ({ guard: `g${n * 10 + m}`, target: `s${(n + 1) % 60}` })) },
    }));
    return changed(bomb, Object.fromEntries(numbers(600, (n) => [`/guards/g${n}`, source(n)])));
  },
  'two thousand different expressions': () =>
    changed(
      aGoodDefinition(),
      Object.fromEntries(
        numbers(2_000, (n) => [`/guards/g${n}`, `data.application.amount > ${n} && parties.exists(p, p.served)`]),
      ),
    ),
  'all of all of all': () =>
    changed(aGoodDefinition(), {
      '/guards/withinLimit': 'parties.all(a, parties.all(b, parties.all(c, a.id == b.id && b.id == c.id)))',
    }),
  'an expression of a thousand parentheses': () =>
    changed(aGoodDefinition(), { '/guards/withinLimit': `${'('.repeat(490)}true${')'.repeat(490)}` }),
  'five hundred states that lead round by themselves': () =>
    withMany(480, (n) => ({ always: numbers(10, (m) => `s${(n + m + 1) % 480}`) })),
  'five hundred states with a deadline that lead round by themselves': () =>
    withMany(480, (n) => ({
      always: numbers(6, (m) => ({ target: `s${(n + m + 1) % 480}`, guard: 'withinLimit' })),
      on: { WITHDRAW: '#closed' },
      after: { talksWindow: numbers(3, (m) => `s${(n + m) % 480}`) },
    })),
  'five hundred states in a row that lead on by themselves': () =>
    withMany(480, (n) => ({ always: n === 479 ? 's0' : `s${n + 1}` })),
  // From last to first, so that each sweep over the chart would learn of one state only.
  'five hundred states in reverse order, and a thousand required answers': () =>
    withAnswers(9, 120, (n, events) => ({
      on: Object.fromEntries(events.map((event) => [event, n === 0 ? '#closed' : `s${n - 1}`])),
      after: { counted: '#closed' },
    })),
  'five hundred states in reverse order, each with deadlines to the others': () =>
    withAnswers(3, 400, (n, events) => ({
      on: Object.fromEntries(events.map((event, m) => [event, m === 0 && n > 0 ? `s${n - 1}` : `s${(n * 7) % 480}`])),
      after: { counted: numbers(6, (m) => `s${(n * 3 + m * 80) % 480}`), talksWindow: '#closed' },
    })),
  'five hundred states in reverse order within one that leads to them as well': () =>
    changed(
      withAnswers(9, 120, (n) => ({
        on: { ANSWER0: n === 0 ? '#closed' : `s${n - 1}` },
        after: { counted: '#closed' },
      })),
      Object.fromEntries(
        numbers(8, (n) => [`/chart/states/many/on/ANSWER${n + 1}`, numbers(20, (m) => `.s${(n * 20 + m) % 480}`)]),
      ),
    ),
  'charts that tell each other everything': () => {
    const chatting = (event: string, to: string, told: string) => (n: number) => ({
      on: Object.fromEntries(
        numbers(6, (m) => [
          `${event}${m}`,
          { target: `s${(n * 3 + m) % 200}`, actions: { type: 'tell', to, event: `${told}${m}` } },
        ]),
      ),
    });
    return changed(withMany(200, chatting('C', 'respondent', 'T')), {
      '/partyCharts/respondent': {
        initial: 's0',
        states: Object.fromEntries(numbers(200, (n) => [`s${n}`, chatting('T', 'case', 'C')(n)])),
      },
      [`${TALKS}/on/MAKE_OFFER/actions`]: { type: 'tell', to: 'respondent', event: 'T0' },
      '/scenarios': [],
    });
  },
  'an explorer of two thousand questions in a row': () =>
    changed(aGoodDefinition(), {
      '/explorer': {
        start: 'q0',
        questions: Object.fromEntries(
          numbers(1_200, (n) => [
            `q${n}`,
            {
              title: { en: 'Q', fr: 'Q' },
              options: [{ value: 'a', label: { en: 'A', fr: 'A' }, next: n === 1_199 ? 'q0' : `q${n + 1}` }],
            },
          ]),
        ),
        outcomes: { end: { title: { en: 'E', fr: 'E' }, body: { en: 'B', fr: 'B' } } },
      },
    }),
  'four hundred deadlines counted from four hundred answers': () =>
    changed(aGoodDefinition(), {
      '/forms/many': {
        title: { en: 'M', fr: 'M' },
        pages: numbers(8, (page) => ({
          id: `p${page}`,
          fields: numbers(50, (n) => ({ id: `f${page * 50 + n}`, type: 'date' })),
        })),
      },
      ...Object.fromEntries(
        numbers(400, (n) => [
          `/deadlines/d${n}`,
          { basis: `data.many.f${n}`, count: 1, unit: 'days', why: { en: 'W', fr: 'W' } },
        ]),
      ),
      [`${TALKS}/after`]: Object.fromEntries(numbers(400, (n) => [`d${n}`, 'adjudication'])),
    }),
  'texts full of braces': () =>
    changed(aGoodDefinition(), {
      '/notices/decision/body/en': '{{'.repeat(4_000),
      '/deadlines/talksWindow/why/en': '{'.repeat(8_000),
    }),
  'a history that starts in itself': () =>
    changed(aGoodDefinition(), {
      [`${TALKS}/states`]: { back: { type: 'history' } },
      [`${TALKS}/initial`]: 'back',
      [`${TALKS}/on/MAKE_OFFER`]: '.back',
    }),
  'histories among states that run side by side': () =>
    changed(aGoodDefinition(), {
      [`${TALKS}/type`]: 'parallel',
      [`${TALKS}/states`]: { back: { type: 'history' }, other: { type: 'history' } },
      [`${TALKS}/on/MAKE_OFFER`]: '.back',
    }),
};

/** The good definition with many more states, `s0` first, between talks and decision. */
export function withMany(count: number, state: (n: number) => unknown): unknown {
  return changed(aGoodDefinition(), {
    '/chart/states/many': {
      id: 'many',
      meta: { stage: 'talks' },
      initial: 's0',
      states: Object.fromEntries(numbers(count, (n) => [`s${n}`, state(n)])),
    },
    [`${TALKS}/after/talksWindow`]: '#many',
  });
}

/** Many more states, the last one first, and events whose forms must be answered in full; `counted` reads one answer. */
function withAnswers(
  events: number,
  fields: number,
  state: (n: number, events: readonly string[]) => unknown,
): unknown {
  const names = numbers(events, (n) => `ANSWER${n}`);
  return changed(
    withMany(480, (n) => state(n, names)),
    {
      ...Object.fromEntries(names.map((_, n) => [`/forms/f${n}`, formToAnswerInFull(fields)])),
      ...Object.fromEntries(
        names.map((name, n) => [`/events/${name}`, { title: { en: 'A', fr: 'A' }, by: ['applicant'], form: `f${n}` }]),
      ),
      '/chart/states/many/initial': 's479',
      '/deadlines/counted': { basis: 'data.f0.q0', count: 1, unit: 'days', why: { en: 'W', fr: 'W' } },
    },
  );
}

function formToAnswerInFull(fields: number): unknown {
  const field = (n: number) => ({ id: `q${n}`, type: 'date', required: true });
  return {
    title: { en: 'F', fr: 'F' },
    pages: numbers(fields / 40, (page) => ({ id: `p${page}`, fields: numbers(40, (n) => field(page * 40 + n)) })),
  };
}

export function numbers<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

export function nest(levels: number, wrap: (inner: unknown) => unknown, innermost: unknown = {}): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}
