import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFilename } from '../../src/effects/uploads/clean-filename.ts';

describe('the name that someone gave a file', () => {
  it.each([
    ['Reçu – février 2026.pdf', 'Reçu – février 2026.pdf'],
    ['合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Rosa\\photo.jpg', 'photo.jpg'],
    ['my\u202Egpj.exe', 'mygpj.exe'],
    ['a\u0000b\r\nc.pdf', 'ab c.pdf'],
    ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
    ['.htaccess', 'htaccess'],
    ['...', 'document'],
    ['', 'document'],
    ['/', 'document'],
    ['CON.pdf', '_CON.pdf'],
    ['what?<is>"this"|*.pdf', 'whatisthis.pdf'],
    ['trailing. ', 'trailing'],
    ['-rf.txt', 'rf.txt'],
    ['e\u0301te\u0301.txt', 'été.txt'],
  ])('%j is shown as %j', (given, shown) => {
    expect(cleanFilename(given)).toBe(shown);
  });

  it('keeps its extension when it is far too long', () => {
    const name = cleanFilename(`${'x'.repeat(500)}.pdf`);
    expect(name).toHaveLength(120);
    expect(name.endsWith('x.pdf')).toBe(true);
  });

  it('is always a name, and only a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = cleanFilename(given);
        expect(name).not.toMatch(/^[.~-]|[\\/\p{Cc}\u202A-\u202E\u2066-\u2069]|^$/u);
        expect(cleanFilename(name)).toBe(name);
        expect(Array.from(name).length).toBeLessThanOrEqual(121);
      }),
    );
  });
});
