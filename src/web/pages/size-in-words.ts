import type { Words } from '../words.ts';

/** “46 kB”, in French “46 ko”; from bytes. */
export function sizeInWords(bytes: number, { lang }: Words): string {
  const [amount, unit] = bytes < 950_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'kB'] : [bytes / 1_000_000, 'MB'];
  const said = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(amount);
  return `${said}\u00a0${lang === 'fr' ? unit.replace('B', 'o').replace('kB', 'ko') : unit}`;
}
