import { say, wordsFor } from '../../templates/words.ts';

/** What a notice says of the code by which its recipient can join under another address. */
export function invitationWords(language: string, code: string, link: string): string {
  return say(wordsFor(language).invitation, { code, link });
}
