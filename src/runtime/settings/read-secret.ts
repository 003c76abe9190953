/** Whoever guesses it can read everything. */
const LEAST_SECRET_LENGTH = 32;

/** @throws with what to set when the secret can be guessed */
export function readSecret(setting: string, text: string | undefined): string | undefined {
  if (text === undefined || text.length >= LEAST_SECRET_LENGTH) return text;
  throw new Error(
    `${setting} is too short; set it to ${LEAST_SECRET_LENGTH} characters or more, as \`openssl rand -hex 32\` prints them`,
  );
}
