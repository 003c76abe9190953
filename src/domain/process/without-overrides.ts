/**
 * A text without embeddings, overrides, isolates and byte-order marks, which make it, or what stands around it, read
 * otherwise than it is written. Marks that Arabic and Hebrew need, and joiners, stay.
 */
export function withoutOverrides(text: string): string {
  return text.replace(/[\ufeff\u202a-\u202e\u2066-\u2069]/g, '');
}
