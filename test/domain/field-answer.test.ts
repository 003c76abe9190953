import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_TYPES, type Field } from '../../src/domain/definition/form-schema.ts';
import { readField } from '../../src/domain/forms/field-answer.ts';

const label = { en: 'A label' };
const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ id: 'it', type, ...more });
const read = (type: Field['type'], value: unknown, more: Partial<Field> = {}) =>
  readField(field(type, more), value, ['ann', 'bob']);
const kept = (type: Field['type'], value: unknown, more: Partial<Field> = {}) => {
  const answer = read(type, value, more);
  return 'message' in answer ? `refused: ${answer.message}` : answer.value;
};
const options = ['yes', 'no', 'later'].map((value) => ({ value, label }));

describe('an answer that is left out', () => {
  it.each(FIELD_TYPES)('is absent where a %s is optional, and asked for where it is required', (type) => {
    for (const nothing of [undefined, null, '', []]) {
      expect(kept(type, nothing, { options })).toBeUndefined();
      expect(kept(type, nothing, { options, required: true })).toBe('refused: Give an answer here.');
    }
  });

  it('is not given by blanks, or by characters that nobody sees', () => {
    for (const blank of ['   ', '\n\n', '\t', '\u0000', '\u202e', '\ufeff ']) {
      expect(kept('text', blank)).toBeUndefined();
      expect(kept('longtext', blank, { required: true })).toBe('refused: Give an answer here.');
    }
  });

  it('is not given by an address of empty lines', () => {
    expect(kept('address', {}, { required: true })).toBe('refused: Give an answer here.');
    expect(kept('address', { line1: ' ', city: '' }, { required: true })).toBe('refused: Give an answer here.');
  });

  it('is given by no, by nothing owed and by zero', () => {
    expect(kept('yesno', false, { required: true })).toBe(false);
    expect(kept('money', 0, { required: true })).toBe(0);
    expect(kept('number', 0, { required: true })).toBe(0);
  });
});

describe('a text', () => {
  it('is kept composed, trimmed, with the line breaks we use', () => {
    expect(kept('longtext', '  Cafe\u0301\r\nat noon\r\tand after ')).toBe('Café\nat noon\n\tand after');
  });

  it('loses what nobody types: control characters, broken halves, and what turns its reading round', () => {
    expect(kept('longtext', 'pay\u0000 \u001b[2J\u0085me \ud800now\udc00')).toBe('pay [2Jme now');
    expect(kept('text', 'I \u202edid not\u202c agree \u2066x\u2069')).toBe('I did not agree x');
  });

  it('keeps the marks and joiners that languages need', () => {
    expect(kept('text', 'می\u200cخواهم \u200fא\u200e')).toBe('می\u200cخواهم \u200fא\u200e');
  });

  it('in Latin letters is kept the same alone and beside other scripts', () => {
    const signs = Array.from({ length: 0x2b00 }, (_, code) => String.fromCharCode(code));
    for (const sign of signs) {
      const beside = kept('longtext', `é${sign}é 字`);
      expect(`${kept('longtext', `é${sign}é`)} 字`).toBe(beside);
    }
  });

  it('has one line, unless it is a long one', () => {
    expect(kept('text', 'Ann\r\nBcc: everyone\u2028here\ttoo')).toBe('Ann Bcc: everyone here too');
  });

  it('has the length that the field allows, and no more', () => {
    expect(kept('text', 'x'.repeat(500))).toHaveLength(500);
    expect(kept('text', 'x'.repeat(501))).toBe('refused: Use at most 500 characters; this has 501.');
    expect(kept('longtext', 'x'.repeat(10_001))).toBe('refused: Use at most 10000 characters; this has 10001.');
    expect(kept('text', 'xxxx', { maxLength: 3 })).toBe('refused: Use at most 3 characters; this has 4.');
  });

  it('is no number, list or object', () => {
    for (const value of [1, Number.NaN, true, ['a'], { text: 'a' }, 1n, () => 'a', Symbol('a')]) {
      expect(kept('text', value)).toBe('refused: Give a text.');
      expect(kept('longtext', value)).toBe('refused: Give a text.');
    }
  });
});

describe('a number or an amount', () => {
  it('is finite; zero has no sign, for JSON keeps none', () => {
    expect(kept('number', -1.5)).toBe(-1.5);
    expect(Object.is(kept('number', -0), 0)).toBe(true);
    expect(Object.is(kept('money', -0), 0)).toBe(true);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number('1e309'), '7', [7], {}])
      expect(kept('number', value)).toBe('refused: Give a number.');
  });

  it('is whole where it counts something, such as days or payments', () => {
    expect(kept('number', 2.5)).toBe(2.5);
    expect(kept('number', 2.5, { whole: true, min: 1, max: 60 })).toBe('refused: Give a whole number.');
    expect(kept('number', 2, { whole: true })).toBe(2);
  });

  it('is an amount only in whole cents, from nothing to a hundred million', () => {
    for (const value of [0, 1, 10_000_000_000]) expect(kept('money', value)).toBe(value);
    for (const value of [-1, 0.5, 10_000_000_001, Number('1e309'), Number.NaN, '100', [100]]) {
      expect(kept('money', value)).toBe('refused: Give the amount in whole cents, 0 or more.');
    }
  });

  it('stays within the bounds of its field, which it may reach', () => {
    expect(kept('number', 2, { min: 2, max: 4 })).toBe(2);
    expect(kept('number', 4, { min: 2, max: 4 })).toBe(4);
    expect(kept('number', 1.9, { min: 2 })).toBe('refused: Give 2 or more.');
    expect(kept('money', 500_001, { max: 500_000 })).toBe('refused: Give 500000 or less.');
  });
});

describe('a date', () => {
  it('lies on its side of the tribunal’s today, which is on both, wherever that is known', () => {
    const on = (day: string, side: 'past' | 'future') => {
      const answer = readField(field('date', { in: side }), day, [], () => '2026-03-02');
      return 'message' in answer ? answer.message : answer.value;
    };
    expect([on('2026-03-01', 'past'), on('2026-03-02', 'past')]).toEqual(['2026-03-01', '2026-03-02']);
    expect([on('2026-03-02', 'future'), on('2026-03-03', 'future')]).toEqual(['2026-03-02', '2026-03-03']);
    expect(on('2027-03-01', 'past')).toBe('Give today or a day before: this one has not come yet.');
    expect(on('2026-03-01', 'future')).toBe('Give today or a later day: this one is over.');
    expect(kept('date', '2027-03-01', { in: 'past' })).toBe('2027-03-01');
  });

  it('is a real one of our time', () => {
    for (const value of ['1900-01-01', '2024-02-29', '2149-12-31']) expect(kept('date', value)).toBe(value);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '1899-12-31',
    '2150-01-01',
    '2026-3-2',
    '2026-03-02T00:00',
    ' 2026-03-02',
    '2026-03-02\n',
    20_260_302,
    ['2026-03-02'],
    {},
  ])('is not %j', (value) => {
    expect(kept('date', value)).toBe('refused: Give a real date as YYYY-MM-DD.');
  });
});

describe('a choice', () => {
  it('is one of the options, or several without repeating', () => {
    expect(kept('choice', 'yes', { options })).toBe('yes');
    expect(kept('choices', ['yes', 'no', 'yes'], { options })).toEqual(['yes', 'no']);
    expect(kept('yesno', true)).toBe(true);
  });

  it('is nothing else, however JavaScript would take it', () => {
    for (const value of ['maybe', 'constructor', '__proto__', ['yes'], true, 0, {}]) {
      expect(kept('choice', value, { options })).toBe('refused: Choose from: yes, no, later.');
    }
    for (const value of ['yes', ['maybe'], [['yes']], { 0: 'yes' }]) {
      expect(kept('choices', value, { options })).toBe('refused: Choose from: yes, no, later. Give a list.');
    }
    for (const value of ['true', 1, 0, [true]]) expect(kept('yesno', value)).toBe('refused: Answer true or false.');
    expect(kept('choice', 'yes')).toMatch(/^refused: Choose from/);
  });

  it('of a party is one of the case', () => {
    expect(kept('party', 'ann')).toBe('ann');
    for (const value of ['carol', ['ann'], 'toString', 7])
      expect(kept('party', value)).toBe('refused: Name a party of this case.');
  });
});

describe('ways to reach someone', () => {
  it('take one e-mail address as people write it', () => {
    for (const value of ['ann@example.org', "o'neil+claim@sub.example.co.uk", 'jürgen@exämple.de'])
      expect(kept('email', value)).toBe(value);
  });

  it.each([
    'ann',
    'ann@',
    '@example.org',
    'ann@example',
    'ann@example.',
    'a b@example.org',
    'ann@example.org, bob@example.org',
    'ann@example.org\r\nBcc: bob@example.org',
    '"ann"@example.org',
    'Ann <ann@example.org>',
    'ann@@example.org',
    'an\u200bn@example.org',
    'ann@[127.0.0.1].org',
    `${'x'.repeat(250)}@e.org`,
    7,
    ['ann@example.org'],
  ])('refuse the address %j', (value) => {
    expect(kept('email', value)).toBe('refused: Give one e-mail address, such as name@example.org.');
  });

  it('take a telephone number with the signs people use, and five digits at least', () => {
    for (const value of ['+1 (604) 555-0100', '12345', '604.555.0100']) expect(kept('phone', value)).toBe(value);
    for (const value of [
      '     ',
      '-----',
      '1234',
      '+',
      'call me',
      '1'.repeat(31),
      '555-0100x',
      6_045_550_100,
      ['12345'],
    ]) {
      expect(kept('phone', value)).toBe('refused: Give a phone number.');
    }
  });

  it('take the lines of an address that were filled in', () => {
    expect(kept('address', { line1: ' 1 Main\nStreet ', line2: '', city: 'Victoria' })).toEqual({
      line1: '1 Main Street',
      city: 'Victoria',
    });
  });

  it('refuse an address with lines of its own, or what is none', () => {
    for (const value of [
      { street: 'Main' },
      { line1: 1 },
      { line1: 'x'.repeat(201) },
      JSON.parse('{"__proto__":"x"}'),
      { constructor: 'x' },
    ]) {
      expect(kept('address', value)).toMatch(/^refused: An address has only line1/);
    }
    for (const value of ['1 Main Street', ['1 Main Street'], 7])
      expect(kept('address', value)).toMatch(/^refused: Give an address with line1/);
  });
});

describe('files', () => {
  it('are named by their ids, one or as many as the field takes, each once', () => {
    expect(kept('file', 'photo')).toEqual(['photo']);
    expect(kept('file', ['photo', 'photo', 'lease'], { maxFiles: 2 })).toEqual(['photo', 'lease']);
    expect(kept('file', ['photo', 'lease'])).toBe('refused: Give at most 1 files.');
  });

  it('are never anything but ids', () => {
    for (const value of [7, [7], [['photo']], {}, 'x'.repeat(65)])
      expect(kept('file', value)).toBe('refused: Give the ids of files uploaded to this case.');
  });
});

describe('any answer at all, to any field', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(-0, Number.NaN, Number('1e309'), '__proto__', 'constructor'),
  );

  it('is kept as JSON gives it back, or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_TYPES), fc.boolean(), anything, (type, required, value) => {
        const answer = readField(field(type, { options, required, maxFiles: 3 }), value, ['ann']);
        if ('message' in answer) expect(answer.message).toMatch(/\.$/);
        else if (answer.value === undefined) expect(required).toBe(false);
        else expect(JSON.parse(JSON.stringify(answer.value))).toStrictEqual(answer.value);
      }),
      { numRuns: 1_000 },
    );
  });

  it('once kept, is kept the same when it is given again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_TYPES), anything, (type, value) => {
        const first = readField(field(type, { options, maxFiles: 3 }), value, ['ann']);
        if ('value' in first)
          expect(readField(field(type, { options, maxFiles: 3 }), first.value, ['ann'])).toEqual(first);
      }),
      { numRuns: 1_000 },
    );
  });
});
