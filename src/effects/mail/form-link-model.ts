import type { NoticeModel } from '../../../templates/mail/notice-model.ts';
import { say, wordsFor } from '../../../templates/words.ts';
import type { FormLinkMail } from '../../app/drafts/mail-form-link.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import { tribunalIn } from './notice-model-of.ts';

/** The mail that leads somebody back to a form that they have begun. */
export function formLinkModel(mail: FormLinkMail, tribunal: Tribunal): NoticeModel {
  const { language, title, reference, process, link, name } = mail;
  const { formLink } = wordsFor(language);
  return {
    template: 'notice',
    language,
    tribunal: tribunalIn(tribunal, language),
    subject: say(formLink.subject, { title }),
    recipient: { name },
    paragraphs: [formLink.body],
    case: { reference, title: process },
    action: { label: formLink.open, url: link },
    deadlines: [],
    documents: [],
  };
}
