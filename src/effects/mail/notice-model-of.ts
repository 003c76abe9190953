import type { NoticeModel } from '../../../templates/mail/notice-model.ts';
import { wordsFor } from '../../../templates/words.ts';
import type { NoticeSurroundings } from '../../app/ports/effects.ts';
import type { NoticeSent } from '../../domain/fact.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import { typeset } from '../../domain/texts/typeset.ts';

/** Where those join a case who hold a code. */
const JOIN_PATH = '/join';

/** The mail of a notice as it was decided: its words are fixed, and where to go on is one press away. */
export function noticeModelOf(notice: Omit<NoticeSent, 'kind'>, around: NoticeSurroundings): NoticeModel {
  const { template, language, subject } = notice;
  const words = wordsFor(language);
  return {
    template,
    language,
    subject: typeset(subject, language),
    tribunal: tribunalIn(around.tribunal, language),
    recipient: { name: notice.to.name || (notice.to.email ?? '') },
    paragraphs: typeset(notice.body, language)
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== ''),
    ...(around.confirmation
      ? { confirmation: around.confirmation }
      : {
          case: { reference: around.reference, title: around.title },
          action: { label: template === 'dispute-notice' ? words.readAndAnswer : words.open, url: around.link },
        }),
    deadlines: notice.deadlines.map((sentence) => ({ sentence: typeset(sentence, language) })),
    documents: around.documents.map((title) => ({ title })),
    ...(around.invitation && { invitation: { code: around.invitation, link: around.tribunal.origin + JOIN_PATH } }),
    ...(notice.legal && { footer: words.legal }),
  };
}

/** The tribunal as one reader's mail names it. */
export function tribunalIn({ name, address, contact }: Tribunal, language: string): NoticeModel['tribunal'] {
  return { name: textIn(name, language), address: textIn(address, language), contact };
}
