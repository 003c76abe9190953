import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initials, withInitials } from '../../src/domain/texts/initials.ts';

describe('initials', () => {
  it.each([
    ['Jane Ann Smith', 'J.A.S.'],
    ['Anne-Marie de la Cruz', 'A.M.d.l.C.'.toUpperCase()],
    ['’t Hooft', 'T.H.'],
    ['(Bob) O’Neil', 'B.O.'],
    ['3 Guys Ltd.', '3.G.L.'],
    ['王伟', '王.'],
    ['  ', ''],
    ['', ''],
    ['– . -', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('a text for the register', () => {
  it.each([
    ['Ann Smith sued. Ms. Smith paid; Ann did not.', 'Ann Smith', 'A.S. sued. Ms. S. paid; A. did not.'],
    ['The annual plan of Ann stands.', 'Ann', 'The annual plan of A. stands.'],
    ['Also Al says so.', 'Al', 'Also A. says so.'],
    ['ANN SMITH and ann smith and SMITH', 'Ann Smith', 'A.S. and A.S. and S.'],
    ['Will will pay.', 'Will Ford', 'W. will pay.'],
    ['Mr. Li and Bo left.', 'Bo Li', 'Mr. L. and Bo left.'],
    ['Ann\u00a0 Smith and Ann-Smith', 'Ann Smith', 'A.S. and A.S.'],
    ['原告王伟先生', '王伟', '原告王.先生'],
    ['Rene\u0301 paid.', 'René Côté', 'R. paid.'],
    ['$& C++ Ltd. (sic) paid', 'C++ Ltd. (sic)', '$& C.L.S. paid'],
    ['Nothing here.', '', 'Nothing here.'],
  ])('%j without %j is %j', (text, name, expected) => {
    expect(withInitials(text, name)).toBe(expected);
  });

  it('has no whole name left in it, whoever people are and whatever is said', () => {
    const word = fc.stringMatching(/^[A-Z][a-zéü'’]{2,8}$/);
    fc.assert(
      fc.property(word, word, fc.array(fc.string()), (first, last, around) => {
        const text = around.join(` ${first} ${last} `);
        expect(withInitials(text, `${first} ${last}`).split(' ').join(' ')).not.toContain(` ${first} ${last} `);
      }),
    );
  });
});
