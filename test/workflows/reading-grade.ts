/** School years that a text asks of its reader, by Flesch and Kincaid's formula for English. */
export function englishGrade(text: string): number {
  const { words, sentences } = count(text, /[A-Za-z’'-]+/g);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + englishSyllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Reading ease of a French text by Kandel and Moles's formula; 60 and more is plain, below 50 is hard. */
export function frenchEase(text: string): number {
  const { words, sentences } = count(text, /[A-Za-zÀ-ÿœ]+/g);
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + frenchSyllables(word), 0);
  return 207 - 1.015 * (words.length / sentences) - 73.6 * (syllables / words.length);
}

function count(text: string, word: RegExp) {
  const filled = text.replace(/\{\{[^}]*\}\}|\{count\}/g, 'Tuesday');
  const sentences = filled.split(/[.!?:;\n]+/).filter((part) => /\w/.test(part));
  return { words: filled.match(word) ?? [], sentences: Math.max(1, sentences.length) };
}

function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 0;
  const silent = (/[^l]e$/.test(letters) ? 1 : 0) + (/[^td]ed$/.test(letters) ? 1 : 0);
  return Math.max(1, groups - (groups > 1 ? silent : 0));
}

function frenchSyllables(word: string): number {
  const letters = word.toLowerCase();
  const groups = letters.match(/[aeiouyàâäéèêëîïôöùûüœ]+/g)?.length ?? 0;
  return Math.max(1, groups - (groups > 1 && /(e|es|ent)$/.test(letters) ? 1 : 0));
}
