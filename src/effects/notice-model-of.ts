import type { NoticeModel } from '../../templates/mail/notice-model.ts';
import { wordsFor } from '../../templates/words.ts';
import type { NoticeSent } from '../domain/fact.ts';

/** What a notice's mail says beside the notice itself. */
export type NoticeSurroundings = {
  tribunal: NoticeModel['tribunal'];
  case: { reference: string; title: string };
  /** The page of the case: what the one button opens. */
  link: string;
  /** Titles of the documents that go with it. */
  documents: string[];
  footer?: string;
};

/** The mail of a notice as it was decided: its words are fixed, and the page of its case is one press away. */
export function noticeModelOf(notice: Omit<NoticeSent, 'kind'>, around: NoticeSurroundings): NoticeModel {
  const { template, language, subject } = notice;
  return {
    template,
    language,
    subject,
    tribunal: around.tribunal,
    recipient: { name: notice.to.name },
    paragraphs: notice.body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ''),
    case: around.case,
    action: { label: wordsFor(language).open, url: around.link },
    deadlines: notice.deadlines.map((sentence) => ({ sentence })),
    documents: around.documents.map((title) => ({ title })),
    ...(around.footer && { footer: around.footer }),
  };
}
