import { describe, expect, it } from 'vitest';
import { emailKey, isSameEmail } from '../../src/domain/email-key.ts';
import { feeAmount } from '../../src/domain/process/fee-amount.ts';
import { textIn } from '../../src/domain/text-in.ts';
import { formatDate, formatMoney } from '../../src/domain/texts/format-value.ts';
import { fillPlaceholders, placeholdersIn } from '../../src/domain/texts/placeholders.ts';
import { unreachable } from '../../src/domain/unreachable.ts';
import { processFor } from '../a-process.ts';

describe('an amount', () => {
  it.each([
    [125_000, 'CAD', 'en', '$1,250.00'],
    [125_000, 'CAD', 'fr', '1\u00a0250,00\u00a0$'],
    [5, 'EUR', 'it', '0,05\u00a0€'],
    [125_000, 'GBP', 'en-GB', '£1,250.00'],
  ])('of %i %s reads in %s as %s', (cents, currency, language, expected) => {
    expect(formatMoney(cents, currency, language)).toBe(expected);
    expect(formatMoney(cents, currency, language)).toBe(expected);
  });
});

describe('a date', () => {
  it.each([
    ['2026-03-17', 'en', 'Tuesday 17 March 2026'],
    ['2026-03-17', 'fr', 'mardi 17 mars 2026'],
    ['2026-03-01', 'fr', 'dimanche 1er mars 2026'],
    ['2026-03-21', 'fr', 'samedi 21 mars 2026'],
    ['no date', 'en', 'no date'],
  ])('%s reads in %s as %s', (date, language, expected) => {
    expect(formatDate(date, language)).toBe(expected);
  });
});

describe('what is filled into a text', () => {
  it.each([
    ['Otters Ltd.', 'To Otters Ltd. From Otters Ltd., too...'],
    ['Otters', 'To Otters. From Otters, too...'],
  ])('ends a sentence once, as %s does', (name, expected) => {
    expect(fillPlaceholders('To {{name}}. From {{name}}, too...', () => name)).toBe(expected);
  });
});

describe('a text', () => {
  it('is read in the language asked for, else in the first there is', () => {
    const text = { en: 'Yes', fr: 'Oui' };
    expect([textIn(text, 'fr'), textIn(text, 'de'), textIn({}, 'en'), textIn(undefined, 'en')]).toEqual([
      'Oui',
      'Yes',
      '',
      '',
    ]);
  });

  it('has its placeholders filled once, and says which it has', () => {
    const text = 'Dear {{ name }}, {{a.b}} {{a b}} {{}} {{x}';
    expect(fillPlaceholders(text, (name) => `<${name}{{name}}$&>`)).toBe(
      'Dear <name{{name}}$&>, <a.b{{name}}$&> {{a b}} {{}} {{x}',
    );
    expect(placeholdersIn(text)).toEqual(['name', 'a.b']);
  });
});

describe('an address for mail', () => {
  it('is one person’s whatever the case of its letters, and nobody’s when it is empty', () => {
    expect(emailKey(' Ada@Example.ORG ')).toBe('ada@example.org');
    expect(isSameEmail('ada@example.org', 'ADA@example.org ')).toBe(true);
    expect(isSameEmail('ada@example.org', 'bob@example.org')).toBe(false);
    for (const [one, other] of [
      ['', ''],
      [undefined, undefined],
      [' ', ' '],
      ['a@b.c', undefined],
      [undefined, 'a@b.c'],
      ['a@b.c', ''],
    ])
      expect(isSameEmail(one, other)).toBe(false);
  });

  it('keeps letters that only look alike apart', () => {
    expect(isSameEmail('\u212Aate@example.org', 'kate@example.org')).toBe(false);
  });
});

describe('what cannot happen', () => {
  it('says so, and what to do', () => {
    expect(() => unreachable('odd' as never)).toThrow('Nothing handles "odd"; add a case for it where this was thrown');
    const process = processFor();
    expect(() => feeAmount(process, 'nothing', {} as never)).toThrow(
      'deposit has no fee nothing; the checker refuses such a definition',
    );
  });
});
