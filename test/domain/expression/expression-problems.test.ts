import { describe, expect, it } from 'vitest';
import { closestName } from '../../../src/domain/expression/closest-name.ts';
import { explainEvaluationError } from '../../../src/domain/expression/explain-evaluation-error.ts';
import { explainSyntaxError } from '../../../src/domain/expression/explain-syntax-error.ts';
import { explainTypeError, typeInWords } from '../../../src/domain/expression/explain-type-error.ts';
import { expressionValue } from '../../../src/domain/expression/expression-value.ts';
import { compiled, problems } from './expression-world.ts';

const codes = (source: string, expected?: 'condition' | 'date' | 'value') =>
  problems(source, expected).map(({ code }) => code);

describe('an administrator who misspells a name', () => {
  it('is told which name, where it stands, and which was probably meant', () => {
    expect(problems('data.application.amont > 5')).toEqual([
      {
        code: 'unknown-field',
        message: '“data.application” has no “amont”.',
        fix: 'Did you mean “amount”? It can be amount, incidentOn, summary, home, evidence, remedies, kind, rooms….',
        at: { start: 0, end: 22 },
      },
    ]);
  });

  it('is told of every name at once', () => {
    const found = problems('prty.served && data.aplication.amount > 5 && parties.exists(p, p.servd || fee.x.paid > 0)');
    expect(found.map(({ fix }) => /“(.*?)”/.exec(fix)?.[1])).toEqual(['party', 'application', 'served', 'fees']);
  });

  it.each([
    ['has(data.aplication)', '“data” has no “aplication”.'],
    ['has(party.respnse.position)', '“party” has no “respnse”.'],
    ['parties.filter(p, p.served).exists(p, p.nme == "x")', '“party” has no “nme”.'],
    ['parties.map(p, p.response).exists(r, has(r.poition))', '“party.response” has no “poition”.'],
    ['(party.served ? parties : parties.filter(p, p.served)).exists(p, p.nme == "x")', '“party” has no “nme”.'],
    ['parties[0].nme == "x"', '“party” has no “nme”.'],
    ['data["aplication"].amount > 5', '“data” has no “aplication”.'],
    ['party.servedOn.year > 5', '“party.servedOn” has no “year”: it is a single value.'],
    ['parties.served', '“parties” has no “served”: it is a list.'],
    ['zzzzzz > 5', 'There is nothing called “zzzzzz” here.'],
  ])('also in %s', (source, message) => {
    expect(problems(source)).toMatchObject([{ message }]);
  });

  it('learns how a name with a hyphen is written', () => {
    expect(problems('data.late-request.reason == "x"')[0]?.fix).toBe(
      'A name with a hyphen is written data["late-request"].',
    );
  });
});

describe('the closest name', () => {
  it.each([
    ['amont', 'amount'],
    ['servde', 'served'],
    ['Position', 'position'],
    ['postion', 'position'],
    ['x', undefined],
    ['zzzzzz', undefined],
    ['', undefined],
  ])('to %s is %s', (written, meant) => {
    expect(closestName(written, ['amount', 'position', 'served'])).toBe(meant);
  });
});

describe('an expression is refused', () => {
  it.each([
    ['', 'expression-empty'],
    ['  \n', 'expression-empty'],
    ['x'.repeat(1_001), 'expression-too-long'],
    ['party.served &&', 'expression-syntax'],
    ['party.served)', 'expression-syntax'],
    ['party.name == "Sam', 'expression-syntax'],
    ['party.name == """Sam', 'expression-syntax'],
    ['parties.exists(1, true)', 'expression-syntax'],
    ['(((party.served', 'expression-syntax'],
    ['~', 'expression-syntax'],
    [`${'('.repeat(70)}party.served${')'.repeat(70)}`, 'expression-too-complex'],
    [Array.from({ length: 101 }, () => 'true').join('||'), 'expression-too-complex'],
    [`party.served || 1 in [${Array.from({ length: 51 }, (_, n) => n).join()}]`, 'expression-too-complex'],
    [`${'!'.repeat(21)}party.served`, 'expression-too-deep'],
    ['null == party.name', 'forbidden-construct'],
    ['b"x" == b"x"', 'forbidden-construct'],
    ['1u == 1u', 'forbidden-construct'],
    ['{"a": 1}["a"] == 1', 'forbidden-construct'],
    ['party.served // for now', 'forbidden-construct'],
    ['party.name.matches("(a+)+")', 'unknown-function'],
    ['"a".split("").size() > 0', 'unknown-function'],
    ['cel.bind(x, 1, x == 1)', 'unknown-function'],
    ['dyn(party).nme', 'unknown-function'],
    ['type(party) == type(party)', 'unknown-function'],
    ['timestamp("2026-01-01T00:00:00Z") > timestamp("2025-01-01T00:00:00Z")', 'unknown-function'],
    ['toString()', 'unknown-function'],
    ['party.toString()', 'unknown-function'],
    ['party.hasOwnProperty("x")', 'unknown-function'],
    ['hAs(data.reply)', 'unknown-function'],
    ['parties.sIze() > 1', 'unknown-function'],
    ['hasz(data.reply)', 'unknown-function'],
    ['size(parties, 1) > 1', 'wrong-type'],
    ['parties.exists(party.served)', 'wrong-type'],
    ['has(data)', 'wrong-type'],
    ['has(1)', 'wrong-type'],
    ['has(parties[0])', 'wrong-type'],
    ['parties.all(p, parties.exists(q, q.served))', 'nested-loop'],
    ['parties.map(p, size(parties.filter(q, q.served))).exists(n, n > 1)', 'nested-loop'],
    ['inState(party, party.state)', 'literal-expected'],
    ['inState(party, 5)', 'literal-expected'],
    ['party.name.contains(party.id)', 'literal-expected'],
    [`party.name.startsWith("${'x'.repeat(101)}")`, 'literal-expected'],
    ['parties[size(parties) - 1].served', 'literal-expected'],
    ['data[party.name].amount > 5', 'literal-expected'],
    ['data.application.amount > 99999999999999999999', 'number-too-large'],
    ['data.application.amount > 0x7fffffffffffffff', 'number-too-large'],
    ['parties.exists(party, party.served)', 'shadowed-name'],
    ['parties.exists(now, true)', 'shadowed-name'],
    ['constructor == 1', 'forbidden-name'],
    ['party.constructor == 1', 'forbidden-name'],
    ['data["constructor"] == 1', 'forbidden-name'],
    ['data["__proto__"] == 1', 'forbidden-name'],
    ['__proto__ == 1', 'forbidden-name'],
    ['data.__proto__ == 1', 'forbidden-name'],
    ['parties.exists(constructor, true)', 'forbidden-name'],
    ['data.application.incidentOn > "5 March"', 'not-a-date'],
    ['"2026-02-30" == party.servedOn', 'not-a-date'],
  ])('%s', (source, code) => {
    expect(codes(source)).toContain(code);
  });

  it('with a sentence and a fix for each problem, and where it is', () => {
    const found = problems('party.constructor == null && parties.all(p, parties.exists(q, foo(q)))');
    expect(found.map(({ code }) => code)).toEqual([
      'forbidden-name',
      'forbidden-construct',
      'nested-loop',
      'unknown-function',
    ]);
    for (const problem of found) {
      expect(problem.message).toMatch(/\.$/);
      expect(problem.fix).toMatch(/[.?]$/);
      expect(problem.at?.end).toBeGreaterThan(problem.at?.start ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['party.name = "Sam"', 'Use == to compare.'],
    ['party.name is "Sam"', 'Use == to compare.'],
    ['party.served and party.responded', 'Use && for “and”.'],
    ['party.served & party.responded', 'Use && for “and”.'],
    ['party.served OR party.responded', 'Use || for “or”.'],
    ['party.served | party.responded', 'Use || for “or”.'],
    ['data.application.amount => 5', 'Write <= or >=.'],
    ['party.name == “Sam”', "Use straight quotes: 'text'."],
    ['data.application.amount > $5', 'Write money in cents, without a sign: 5000 is 50 dollars.'],
    ['party.served;', 'An expression has no semicolon.'],
    ['party.served &&', 'Complete it: something is missing at the end, perhaps a closing bracket.'],
    ['party..served', 'Check brackets, quotes and operators near there.'],
  ])('in %s is explained: %s', (source, fix) => {
    expect(problems(source)).toMatchObject([{ code: 'expression-syntax', fix }]);
  });

  it('is shown where the expression stops making sense', () => {
    expect(problems('party.served and party.responded and party.served')[0]?.message).toBe(
      'The expression cannot be understood from “and party.responded …” on.',
    );
  });
});

describe('kinds that do not fit together', () => {
  it.each([
    [
      'party.name == 5',
      '“==” does not work with a text and a whole number in “party.name == 5”.',
      'Texts stand in quotes',
    ],
    ['party.servedOn < now', '“<” does not work with a text and the present moment', 'days(party.servedOn, now) > 14'],
    ['now == now', '“==” does not work with the present moment and the present moment', 'Count days'],
    ['!party.name', '“!” does not work with a text', 'Write ! before something that is yes or no.'],
    ['-party.name == 5', '“-” does not work with a text', 'Write - before a number.'],
    ['data.application == data.reply', 'all of “data.application” and all of “data.reply”', 'Name one field of it.'],
    ['data.application.amount in 5', 'a whole number and a whole number', 'Write a list on the right'],
    ['data.application.rooms in [1, 2]', 'a number and a list', '[1.0, 2.0]'],
    ['data.application.home == 5', 'an address and a whole number', 'Compare like with like.'],
    ['party.served > 5', 'yes or no and a whole number', 'Compare like with like.'],
    ['party.name && party.served', 'Something that must be yes or no is not', 'Compare it with a value'],
    ['party.name ? true : false', 'Something that must be yes or no is not', 'Compare it with a value'],
    ['parties.exists(p, p.name)', 'Something that must be yes or no is not', 'Compare it with a value'],
    [
      '(party.served ? 1 : "a") == 1',
      'The two outcomes of “… ? … : …” are of different kinds',
      'Give both the same kind.',
    ],
    ['days(party.served ? party.servedOn : now, now) > 1', 'different kinds', 'give a date on both sides'],
    ['1 in [1, "a"]', 'The items of a list are of different kinds', 'Give all items the same kind.'],
    ['days(1, 2) > 3', '“days” cannot be used with this', 'Write it like days(party.servedOn, now).'],
    ['party.served.size() > 3', '“size” cannot be used with this', 'Write it like parties.size().'],
    ['party.name["x"] == "x"', '“party.name” has no “x”: it is a single value.', 'Use “party.name” itself.'],
    ['party.name[0] == "x"', 'The parts do not fit together', 'Check what each name holds.'],
    ['data.application.home[0] == "x"', 'The lines of an address have names', 'data.application.home.city'],
    ['1.exists(x, x)', 'The parts do not fit together', 'Check what each name holds.'],
    ['parties[1.5].served', 'The parts do not fit together', 'Check what each name holds.'],
    ['party.name.exists(x, x == "a")', 'The parts do not fit together', 'Check what each name holds.'],
  ])('in %s are explained', (source, message, fix) => {
    expect(problems(source)).toMatchObject([
      { message: expect.stringContaining(message), fix: expect.stringContaining(fix) },
    ]);
  });

  it('are shortened in the sentence when they are long', () => {
    const long = `party.name == 5 + ${'1 + '.repeat(30)}1`;
    expect(problems(long)[0]?.message).toContain('…');
    expect(problems(`foo${'o'.repeat(50)}()`)[0]?.message).toContain('…');
  });
});

describe('a result of no use where it stands', () => {
  it.each([
    ['data.application.amount', 'condition', 'A condition must be yes or no, but this gives a whole number.'],
    ['party', 'condition', 'A condition must be yes or no, but this gives all of “party”.'],
    ['data.application.summary', 'date', 'A date is needed here, but this gives a text.'],
    ['"5 March"', 'date', 'A date is needed here, but this gives a text.'],
    ['5', 'date', 'A date is needed here, but this gives a whole number.'],
    ['party.served ? party.servedOn : party.name', 'date', 'A date is needed here, but this gives a text.'],
    ['data.application', 'value', 'This gives all of “data.application”, which cannot be kept.'],
    ['parties', 'value', 'This gives a list, which cannot be kept.'],
    ['[]', 'value', 'This gives a list, which cannot be kept.'],
    ['string', 'value', 'There is nothing called “string” here.'],
  ] as const)('is refused: %s as a %s', (source, expected, message) => {
    expect(problems(source, expected)).toMatchObject([{ message }]);
  });

  it('is fine as a date when every outcome is one', () => {
    expect(problems('party.outsideProvince ? "2026-01-01" : data.application.incidentOn', 'date')).toEqual([]);
    expect(problems('parties.map(p, p.servedOn)[0]', 'date')).toHaveLength(1);
  });
});

describe('the kind of field that keeps a value', () => {
  it.each([
    ['party.served', 'yesno'],
    ['data.application.amount + 1', 'money'],
    ['data.application.rooms', 'number'],
    ['party.name', 'text'],
    ['now', 'text'],
    ['today', 'date'],
    ['addDays(party.servedOn, 3)', 'date'],
    ['party.served ? party.servedOn : "2026-01-01"', 'date'],
    ['parties.map(p, p.id)', 'choices'],
    ['data.application.home', 'address'],
    ['[1, 2]', undefined],
  ])('of %s is %s', (source, type) => {
    expect(compiled(source, 'value').keptAs).toBe(type);
  });
});

describe('errors from elsewhere', () => {
  it('are put into words whatever they are', () => {
    expect(explainSyntaxError('x', new RangeError('stack'))).toMatchObject({ code: 'expression-syntax' });
    expect(explainSyntaxError('x', 'thrown text')).toMatchObject({ code: 'expression-syntax' });
    expect(
      explainTypeError(Object.assign(new Error('of the library'), { code: 'new_code', summary: '' }), '', new Map()),
    ).toMatchObject({
      message: 'The parts do not fit together.',
    });
    const overload = Object.assign(new Error('of the library'), {
      code: 'no_such_overload',
      summary: 'no such overload: int',
    });
    expect(explainTypeError(overload, '', new Map())).toMatchObject({
      message: '“” does not work with a whole number.',
    });
    const call = Object.assign(new Error('of the library'), { code: 'no_matching_overload', summary: '' });
    expect(explainTypeError(call, '', new Map())).toMatchObject({ fix: 'Check what you give it.' });
    expect(typeInWords('uint', new Map())).toBe('something else');
  });

  it('deny, whatever a value throws', () => {
    expect(explainEvaluationError('text', '')).toMatchObject({ code: 'failed' });
    expect(explainEvaluationError(Object.assign(new Error('of the library'), { code: 'toString' }), '')).toMatchObject({
      code: 'failed',
    });
    expect(
      explainEvaluationError(Object.assign(new Error('of the library'), { code: 'numeric_overflow' }), ''),
    ).toMatchObject({
      message: '“A part” is too large a number.',
    });
    const hostile = new Proxy(new Error('of the library'), {
      has: () => {
        throw new Error('no');
      },
    });
    expect(explainEvaluationError(hostile, '')).toMatchObject({ code: 'failed' });
  });

  it('deny, when the evaluator gives something that cannot be kept', () => {
    expect(() => expressionValue(Symbol('x'), 'value')).toThrow('cannot be kept');
    expect(expressionValue(true, 'value')).toBe(true);
  });
});
