const MAX_NAME_LENGTH = 80;

/**
 * The name that a letter is saved under: its title, in what every file system takes.
 *
 * @example letterFilename('Lettre : veuillez payer') // 'lettre-veuillez-payer.docx'
 */
export function letterFilename(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  return `${name || 'letter'}.docx`;
}
