import type { NoticeModel } from '../../../templates/mail/notice-model.ts';
import { say, wordsFor } from '../../../templates/words.ts';
import { CODE_LIFETIME_MINUTES, type SignInCodeMail } from '../../app/auth/request-code.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import { tribunalIn } from './notice-model-of.ts';

type Code = Pick<SignInCodeMail, 'code' | 'email' | 'language' | 'link'>;

/** The mail that brings a sign-in code, and a link for the browser that asked. The code stands in one piece, to be copied. */
export function signInCodeModel({ code, email, language, link }: Code, tribunal: Tribunal): NoticeModel {
  const { signIn } = wordsFor(language);
  return {
    template: 'sign-in-code',
    language,
    tribunal: tribunalIn(tribunal, language),
    subject: signIn.subject,
    recipient: { name: email },
    paragraphs: [say(signIn.body, { minutes: String(CODE_LIFETIME_MINUTES) })],
    deadlines: [],
    documents: [],
    code,
    ...(link ? { action: { label: signIn.open, url: link } } : {}),
  };
}
