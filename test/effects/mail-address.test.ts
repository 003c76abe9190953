import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMailAddress } from '../../src/effects/mail/mail-address.ts';

describe('an e-mail address someone typed', () => {
  it.each([
    ['rosa@people.example', 'rosa@people.example'],
    ["o'brien+tribunal@people.example", "o'brien+tribunal@people.example"],
    ['Rosa.Okafor@People.Example', 'Rosa.Okafor@people.example'],
    ['rosa@josé.example', 'rosa@xn--jos-dma.example'],
    ['rosa@例え.テスト', 'rosa@xn--r8jz45g.xn--zckzah'],
    [`${'a'.repeat(64)}@people.example`, `${'a'.repeat(64)}@people.example`],
  ])('is taken as it travels: %s', (typed, travels) => {
    expect(parseMailAddress(typed)).toBe(travels);
  });

  it.each([
    '',
    'rosa',
    '@people.example',
    'rosa@',
    'rosa@people',
    'rosa@@people.example',
    'rosa@evil.example@people.example',
    '"rosa@evil.example"@people.example',
    '"rosa evil"@people.example',
    'rosa@people.example, evil@evil.example',
    'rosa@people.example;evil@evil.example',
    'Rosa <rosa@people.example>',
    '<rosa@people.example>',
    'rosa@people.example>',
    'rosa@people.example\r\nBcc: evil@evil.example',
    'rosa@people.example\nRCPT TO:<evil@evil.example>',
    'rosa\r\n@people.example',
    'rosa@people.example\u0000',
    'rosa @people.example',
    ' rosa@people.example',
    'rosa(comment)@people.example',
    'rosa@[127.0.0.1]',
    'rosa@127.0.0.1',
    'rosa@1.1',
    'rosa@people..example',
    'rosa@.example',
    'rosa@people.example.',
    'rosa@-people.example',
    'rosa@peo%2eple.example',
    'rosa@peo_ple.example',
    '.rosa@people.example',
    'ro..sa@people.example',
    'röså@people.example',
    'rosa@people.example\u202Egro.live',
    'rosa@\uFF0Epeople.example',
    'ro\uD800sa@people.example',
    `${'a'.repeat(65)}@people.example`,
    `rosa@${'a'.repeat(64)}.example`,
    `rosa@${'a.'.repeat(126)}example`,
    'undisclosed:rosa@people.example;',
  ])('is refused when it could be read in two ways: %j', (typed) => {
    expect(parseMailAddress(typed)).toBeUndefined();
  });

  it('never comes back with anything that an envelope could trip over', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (a, b) => {
          const address = parseMailAddress(`${a}@${b}`);
          if (address !== undefined) expect(address).toMatch(/^[!-;=?-~]+@[a-z0-9.-]+$/);
        },
      ),
    );
  });
});
