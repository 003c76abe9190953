import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/domain/texts/typeset.ts';

/**
 * The Office québécois de la langue française sets a space that does not break before a colon, within guillemets, within
 * large numbers and before a currency: none of these may open or close a line.
 */
const BREAKS = / (?=:(?:\s|$))|« | »|\d \d{3}(?!\d)|[\d\]}] [$%€](?!\w)/;

/** Journals hold these as they were decided, and are decided again: `typeset` sets them where they are read. */
const RECORDED = [
  'Quelqu’un a modifié la façon de vous joindre dans ce dossier : ',
  'Quelqu’un a donné cette adresse pour que nous lui écrivions ici. ',
  'Un avis n’a pas pu être livré : ',
  'Une partie a dit ce dont elle a besoin pour participer : ',
  'Une échéance est passée, mais le processus ne peut pas continuer : ',
  'Un message texte n’a pas pu être livré : ',
  'Un de vos fichiers a été refusé : ',
  'Nous ne pouvions pas chercher de virus quand vous avez envoyé « {file} ».',
  'En plus des fins de semaine, ces jours ne sont pas comptés : ',
];

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

  it('has none in the code, but for what the record quotes', () => {
    const besideEnglish = globSync('{src,templates}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((path) =>
      [...read(path).matchAll(/\bfr:\s*(?:'([^']*)'|"([^"]*)"|`([^`]*)`)/g)].map(([, one, other, third]) => {
        return one ?? other ?? third ?? '';
      }),
    );
    const file = read('src/domain/time/deadline-words.ts');
    const ofDates = [...file.slice(file.search(/^ {2}fr: /m)).matchAll(/\w:\s+'([^']*)',/g)].map(
      ([, text = '']) => text,
    );
    expect(besideEnglish.length).toBeGreaterThan(60);
    expect(ofDates.length).toBeGreaterThan(20);
    const wrong = [...besideEnglish, ...ofDates].filter((text) => BREAKS.test(text));
    expect(wrong.filter((text) => !RECORDED.some((known) => text.startsWith(known)))).toEqual([]);
    // What is mended at last leaves this list.
    expect(RECORDED.filter((known) => !wrong.some((text) => text.startsWith(known)))).toEqual([]);
  });

  it('has none where people read what was recorded', () => {
    expect(RECORDED.map((text) => typeset(text, 'fr')).filter((text) => BREAKS.test(text))).toEqual([]);
    expect(typeset('Lisez « ceci » : https://a.example/:b', 'fr')).toBe(
      'Lisez «\u00a0ceci\u00a0»\u00a0: https://a.example/:b',
    );
    expect(typeset('Read this : now', 'en')).toBe('Read this : now');
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
