import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The Office québécois de la langue française sets a space that does not break before a colon, within guillemets, within
 * large numbers and before a currency: none of these may open or close a line.
 */
const BREAKS = / (?=:(?:\s|$))|« | »|\d \d{3}(?!\d)|[\d\]}] [$%€](?!\w)/;

const ROOT = new URL('../../', import.meta.url).pathname;

describe('the French that people read', () => {
  it.each(['src/web/locales/fr.json', 'templates/locales/fr.json'])(
    'has no line that can break before a colon or a currency, in %s',
    (path) => {
      expect(stringsIn(JSON.parse(read(path))).filter((text) => BREAKS.test(text))).toEqual([]);
    },
  );

  it.each(globSync('workflows/*.json', { cwd: ROOT }))('has none either in %s', (path) => {
    expect(frenchIn(JSON.parse(read(path))).filter((text) => BREAKS.test(text))).toEqual([]);
  });

  it('has none in the sentences that stand beside their English in the code, but for those that the record quotes', () => {
    const written = globSync('src/{app,effects,web}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((path) =>
      [...read(path).matchAll(/\bfr:\s*'([^']*)'/g)].map(([, text = '']) => text),
    );
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter((text) => BREAKS.test(text))).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What stands under a key `fr`, at any depth. */
function frenchIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'fr' ? stringsIn(one) : frenchIn(one)));
}
