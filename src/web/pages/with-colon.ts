/** “Name:”, and in French with the space that does not break before it. */
export function withColon(text: string, lang: string): string {
  return lang === 'fr' ? `${text}\u00a0:` : `${text}:`;
}
