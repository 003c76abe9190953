/**
 * A text as it is set where people read it: French has a space that does not break before a colon and within guillemets.
 * Some texts of the engine were written with plain ones; journals hold them so, and what was decided stays as it was.
 */
export function typeset(text: string, language: string): string {
  return language.startsWith('fr') ? text.replace(/ (?=:(?:\s|$)|»)|(?<=«) /g, '\u00a0') : text;
}
