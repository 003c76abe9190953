/**
 * The form of an e-mail address under which people are looked up: trimmed, ASCII letters in lower case. Nothing else is
 * folded: Unicode's case rules would make the Kelvin sign a `k`, and one person's address another's.
 *
 * @example emailKey(' Ada@Example.org ') // 'ada@example.org'
 */
export function emailKey(email: string): string {
  return email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether two addresses are one person's; an empty or missing one is nobody's. */
export function isSameEmail(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false;
  const key = emailKey(one);
  return key !== '' && key === emailKey(other);
}
