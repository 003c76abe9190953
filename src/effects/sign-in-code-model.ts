import type { NoticeModel } from '../../templates/mail/notice-model.ts';
import { say, wordsFor } from '../../templates/words.ts';

/** The mail that brings a sign-in code. */
export function signInCodeModel(
  { code, email, language, minutes }: { code: string; email: string; language: string; minutes: number },
  tribunal: NoticeModel['tribunal'],
): NoticeModel {
  const { signIn } = wordsFor(language);
  return {
    template: 'sign-in-code',
    language,
    tribunal,
    subject: signIn.subject,
    recipient: { name: email },
    paragraphs: [say(signIn.body, { minutes: String(minutes) })],
    deadlines: [],
    documents: [],
    code: code.replace(/^(\d{3})(\d{3})$/, '$1 $2'),
  };
}
