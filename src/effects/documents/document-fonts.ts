import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Each family with the weights that the layouts use. All are under the SIL Open Font Licence, and come with their packages. */
const FONTS: [package_: string, file: string, weights: string[]][] = [
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold', '700Bold']],
  ['noto-sans', 'NotoSans', ['400Regular', '600SemiBold', '700Bold']],
  ['noto-naskh-arabic', 'NotoNaskhArabic', ['400Regular', '600SemiBold']],
  ['noto-sans-hebrew', 'NotoSansHebrew', ['400Regular', '600SemiBold']],
  ['noto-sans-gurmukhi', 'NotoSansGurmukhi', ['400Regular', '600SemiBold']],
  ['noto-sans-canadian-aboriginal', 'NotoSansCanadianAboriginal', ['400Regular', '600SemiBold']],
  ['noto-emoji', 'NotoEmoji', ['400Regular']],
];

/** The families a text may fall back to, in order: Noto Sans has Latin, Greek, Cyrillic and Devanagari. */
export const FALLBACK_FAMILIES = [
  'Noto Sans',
  'Noto Naskh Arabic',
  'Noto Sans Hebrew',
  'Noto Sans Gurmukhi',
  'Noto Sans Canadian Aboriginal',
  'Noto Emoji',
];

/** The bytes of every font that documents are set in. */
export function readDocumentFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap(([name, file, weights]) =>
    weights.map((weight) => readFileSync(resolve(`@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`))),
  );
}
