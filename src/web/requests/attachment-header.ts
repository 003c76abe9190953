/**
 * Content-Disposition by which a file is saved under its name and never shown in place (RFC 6266): the name in UTF-8, and
 * for old readers in ASCII.
 *
 * @example attachmentHeader('bail (signé).pdf') // `attachment; filename="bail _sign__.pdf"; filename*=UTF-8''bail%20%28sign%C3%A9%29.pdf`
 */
export function attachmentHeader(filename: string): string {
  const plain = filename.replace(/[^A-Za-z0-9 ._-]/g, '_') || 'document';
  const exact = encodeURIComponent(filename.toWellFormed()).replace(/['()*!]/g, percent);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** What encodeURIComponent leaves and RFC 8187 does not allow. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
