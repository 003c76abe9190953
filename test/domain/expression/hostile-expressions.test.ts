import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type CompiledExpression, compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import { truthOf } from '../../../src/domain/expression/guard-truth.ts';
import { referencedNames } from '../../../src/domain/expression/referenced-names.ts';
import { claim, functions, lee, sam, smallClaims } from './expression-world.ts';

/** Milliseconds within which anything must be refused or evaluated. */
const SOON = 50;
const before = globalsAsTheyAre();

afterEach(() => {
  expect(globalsAsTheyAre()).toEqual(before);
});

const word = fc.constantFrom(
  ...[
    'data',
    'party',
    'parties',
    'now',
    'application',
    'amount',
    'served',
    'servedOn',
    'p',
    'has',
    'size',
    'days',
    'exists',
  ],
  ...[
    'map',
    'filter',
    'all',
    'matches',
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'true',
    'null',
    'in',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.',
    ',',
    '?',
    ':',
    '!',
    '-',
    '+',
    '*',
    '/',
    '%',
    '<',
    '<=',
    '==',
    '!=',
    '&&',
    '||',
    '=>',
  ],
  ...[
    '"a"',
    "'",
    '"',
    '"""',
    'b"\\xff"',
    'r"',
    '\\',
    '\\u{',
    '1',
    '0x',
    '1e999',
    '99999999999999999999',
    '1u',
    '//',
    '\n',
    '\u0000',
  ],
);

/** Sources that parse: real names, calls and operators put together without regard for kinds. */
const tree = fc.letrec<{ node: string; leaf: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    tie('leaf'),
    fc
      .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '%', '<', '==', '!=', '&&', '||', 'in'), tie('node'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(fc.constantFrom('!', '-', 'has', 'size', 'int', 'string', 'double'), tie('node'))
      .map(([name, node]) => `${name}(${node})`),
    fc
      .tuple(fc.constantFrom('days', 'workingDays', 'inState'), tie('node'), tie('node'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(tie('node'), fc.constantFrom('all', 'exists', 'exists_one', 'map', 'filter'), tie('node'))
      .map(([list, loop, body]) => `${list}.${loop}(p, ${body})`),
    fc
      .tuple(tie('node'), fc.constantFrom('served', 'response', 'amount', 'constructor', 'home'))
      .map((parts) => parts.join('.')),
    fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
    fc.tuple(tie('node'), fc.constantFrom('0', '1', '"id"', '"__proto__"')).map(([list, index]) => `${list}[${index}]`),
  ),
  leaf: fc.constantFrom(
    ...[
      '1',
      '2.5',
      '"a"',
      'true',
      'now',
      'p',
      'p.served',
      'p.servedOn',
      'p.id',
      'party',
      'parties',
      'party.servedOn',
      'party.served',
    ],
    ...[
      'data.application.amount',
      'data.application.rooms',
      'data.application.summary',
      'data.application.remedies',
      'data.reply.amount',
    ],
  ),
}));

/** Trees whose kinds fit, over long answers and many parties, so that most are evaluated. */
const fitting = fc.letrec<{ bool: string; int: string; text: string; parties: string; texts: string }>((tie) => ({
  bool: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom('true', 'party.served', 'p.responded', 'has(p.response.amount)', 'inState(p, "served")'),
    fc.tuple(tie('int'), fc.constantFrom('<', '==', '>='), tie('int')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('text'), fc.constantFrom('<', '==', '!='), tie('text')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('bool'), fc.constantFrom('&&', '||'), tie('bool')).map((parts) => `(${parts.join(' ')})`),
    tie('bool').map((one) => `!${one}`),
    fc
      .tuple(tie('parties'), fc.constantFrom('all', 'exists', 'exists_one'), tie('bool'))
      .map(([list, loop, body]) => `${list}.${loop}(p, ${body})`),
    fc.tuple(tie('text'), tie('texts')).map(([text, list]) => `(${text} in ${list})`),
    tie('text').map((text) => `${text}.contains("aab")`),
  ),
  int: fc.oneof(
    fc.constantFrom(
      '0',
      '7',
      '9007199254740991',
      'p.response.amount',
      'data.application.amount',
      'days(p.servedOn, now)',
    ),
    fc.tuple(tie('int'), fc.constantFrom('+', '-', '*', '/', '%'), tie('int')).map((parts) => `(${parts.join(' ')})`),
    fc.oneof(tie('parties'), tie('texts'), tie('text')).map((sized) => `size(${sized})`),
    fc.tuple(tie('bool'), tie('int'), tie('int')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
  text: fc.oneof(
    fc.constantFrom('"a"', 'p.response.reasons', 'data.application.summary', 'p.id', 'p.servedOn', 'today'),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    tie('int').map((number) => `string(${number})`),
  ),
  parties: fc.oneof(
    fc.constant('parties'),
    fc.tuple(tie('parties'), tie('bool')).map(([list, body]) => `${list}.filter(p, ${body})`),
    fc.tuple(tie('parties'), tie('parties')).map(([a, b]) => `(${a} + ${b})`),
  ),
  texts: fc.oneof(
    fc.constantFrom('["a", "b"]', 'data.application.remedies'),
    fc.tuple(tie('parties'), tie('text')).map(([list, body]) => `${list}.map(p, ${body})`),
    fc.tuple(tie('texts'), tie('texts')).map(([a, b]) => `(${a} + ${b})`),
  ),
}));

const unlikely = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
});
const hostileAnswers = fc.dictionary(
  fc.constantFrom('application', 'reply', '__proto__', 'constructor', 'late-request'),
  fc.oneof(
    unlikely,
    fc.dictionary(fc.constantFrom('amount', 'home', 'summary', '__proto__', 'rooms', 'remedies', 'toString'), unlikely),
  ),
);
const hostileInputs = fc
  .record(
    {
      data: fc.oneof(hostileAnswers, unlikely),
      party: unlikely,
      parties: fc.oneof(fc.array(unlikely), unlikely),
      actor: unlikely,
      event: unlikely,
      fees: unlikely,
      now: unlikely,
      form: unlikely,
    },
    { requiredKeys: [] },
  )
  .map((inputs) => ({ ...inputs, functions }) as unknown as ExpressionInputs);

const long = 'a'.repeat(99_999);
const heavy: ExpressionInputs = {
  ...claim,
  data: { application: { summary: long, remedies: Array.from({ length: 100 }, () => 'x'.repeat(255)) } },
  parties: Array.from({ length: 50 }, (_, n) => ({
    ...(n % 2 ? sam : lee),
    data: { response: { reasons: long, amount: n } },
  })),
};

describe('whatever someone writes as an expression', () => {
  it('is refused or evaluated, without a throw and without a trace: any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1_200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (source) => handles(source, claim)),
      { numRuns: 1_000 },
    );
  });

  it('is refused or evaluated, without a throw and without a trace: any tree', () => {
    fc.assert(
      fc.property(tree.node, (source) => handles(source, claim)),
      { numRuns: 1_000 },
    );
  });

  it('is soon evaluated, whatever fits together, over long answers and many parties', () => {
    let evaluated = 0;
    fc.assert(
      fc.property(fitting.bool, (body) => {
        const expression = compileExpression(`parties.filter(p, p.served).exists(p, ${body})`, smallClaims);
        if (Array.isArray(expression)) return;
        evaluated += 1;
        expect(quickest(() => expression.evaluate(heavy))).toBeLessThan(SOON);
      }),
      { numRuns: 300 },
    );
    expect(evaluated).toBeGreaterThan(30);
  });

  it('meets hostile answers unharmed', () => {
    const reads = [
      'data.application.amount > 5',
      'data.application.home.city == "x"',
      'data.application.home.constructor2 == "x"',
      '"a" in data.application.remedies',
      'parties.exists(p, p.served && inState(p, "x"))',
      'has(party.response.position)',
      'days(party.servedOn, now) > 1',
      'size(data.application.summary) > 1',
      'fees.application.outstanding == 0',
      'actor.party == party.id',
      'event.type == "x"',
      'form.position == "x"',
      'data.application.rooms + 1 > 2',
    ].map(compiledHere);
    fc.assert(
      fc.property(hostileInputs, (inputs) => {
        for (const expression of reads) expression.evaluate(inputs);
      }),
      { numRuns: 500 },
    );
  });

  it('meets getters and proxies that throw', () => {
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('trap');
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('trap');
        },
      },
    );
    const getter = {
      get amount() {
        throw 'not even an error';
      },
    };
    for (const data of [
      throwing,
      { application: throwing },
      { application: getter },
      { application: { amount: throwing } },
    ]) {
      const evaluation = compiledHere('data.application.amount > 5').evaluate({
        data,
        functions,
      } as unknown as ExpressionInputs);
      expect(evaluation.ok).toBe(false);
    }
  });

  it('cannot reach an answer that was never declared', () => {
    const polluted = JSON.parse('{"application":{"__proto__":{"amount":9},"constructor":{"name":"x"}}}');
    const evaluation = compiledHere('data.application.amount > 5').evaluate({ data: polluted, functions });
    expect(evaluation).toMatchObject({ ok: false, error: { code: 'missing' } });
    const home = JSON.parse('{"constructor":"Oops","__proto__":"x","city":"Victoria"}');
    const city = compiledHere('data.application.home.city == "Victoria"').evaluate({
      data: { application: { home } },
      functions,
    });
    expect(city).toEqual({ ok: true, value: true });
  });
});

describe('an expression made to take long', () => {
  const repeat = (part: string, by: string, times: number) => Array.from({ length: times }, () => part).join(by);

  it.each([
    ['deep brackets', `${'('.repeat(499)}1${')'.repeat(499)}`],
    ['deep negation', `${'!'.repeat(990)}true`],
    ['deep lists', `${'['.repeat(499)}${']'.repeat(499)}`],
    ['deep choices', `${'true ? '.repeat(100)}1${' : 1'.repeat(100)}`],
    ['long alternatives', repeat('party.served', ' || ', 48)],
    ['loops in loops', `${'parties.exists(p, '.repeat(40)}true${')'.repeat(40)}`],
    ['loops after loops', `(${repeat('parties', '+', 38)})${'.filter(p, p.served)'.repeat(5)}.exists(p, p.id == "x")`],
    ['lists that grow', `parties.map(p, ${repeat('parties', '+', 80)}).exists(l, l[0].served)`],
    ['lists of answers that grow', `parties.exists(p, "q" in (${repeat('data.application.remedies', '+', 30)}))`],
    ['texts that grow', `parties.exists(p, ${repeat('p.response.reasons', '+', 45)} == "x")`],
    ['texts compared', `parties.exists(p, ${repeat('p.response.reasons < data.application.summary', '||', 20)})`],
    ['texts searched', `parties.exists(p, ${repeat(`p.response.reasons.contains("b${'a'.repeat(90)}")`, '||', 7)})`],
    ['texts measured', `parties.exists(p, size(${repeat('p.response.reasons', '+', 40)}) == 1)`],
    ['numbers that grow', repeat('9007199254740991', '*', 58)],
    ['a pattern', '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("(a+)+$")'],
    ['a number of a thousand digits', '9'.repeat(1_000)],
    ['a quote without end', `"${'\\'.repeat(998)}`],
    ['names that guards multiply', repeat('(data.application.amount==1||event.amount==2)', '&&', 18)],
  ])('is refused or done within %s', (_, source) => {
    expect(quickest(() => handles(source, heavy))).toBeLessThan(SOON);
  });
});

/** Compiles as every kind, evaluates, and asks the checker's questions; nothing may throw. */
function handles(source: string, inputs: ExpressionInputs): void {
  for (const expected of ['condition', 'date', 'value'] as const) {
    const expression = compileExpression(source, smallClaims, expected);
    if (Array.isArray(expression)) {
      expect(expression.length).toBeGreaterThan(0);
      for (const { message, fix } of expression) expect(message && fix).toBeTruthy();
    } else {
      expect(JSON.stringify(expression.evaluate(inputs))).toBeTypeOf('string');
      truthOf(expression);
      referencedNames(expression);
    }
  }
}

/** The least of up to five times, in milliseconds: other work of the machine makes any one of them long. */
function quickest(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least > SOON / 2; tries += 1) {
    const start = cpuMs();
    work();
    least = Math.min(least, cpuMs() - start);
  }
  return least;
}

/** What this program itself has computed, however busy the machine is. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function compiledHere(source: string): CompiledExpression {
  const expression = compileExpression(source, smallClaims);
  if (Array.isArray(expression)) throw new Error(`${source} was refused`);
  return expression;
}

function globalsAsTheyAre(): unknown {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype, Error.prototype].map(
    (shared) => Reflect.ownKeys(shared),
  );
}
