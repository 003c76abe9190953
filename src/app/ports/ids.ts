/** The only source of randomness. */
export interface Ids {
  /** 128 random bits as 26 characters of lower-case Crockford base32. */
  newId(): string;
  /** 256 random bits, base64url: session tokens, invitations. */
  newSecret(): string;
  /** Six decimal digits, uniform. */
  newCode(): string;
  /** SHA-256 of a text, hex. Secrets are stored only so. */
  hash(text: string): string;
}
