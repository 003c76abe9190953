import type { NoticeModel } from '../../../templates/mail/notice-model.ts';
import { say, wordsFor } from '../../../templates/words.ts';
import type { CodeAsked } from '../../app/letters/ask-for-code.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import { tribunalIn } from './notice-model-of.ts';

/** The mail that tells the registry of somebody who has papers and no code. All that they typed is text, and nothing else. */
export function codeAskedModel({ language, name, reference, papers, reach }: CodeAsked, of: Tribunal): NoticeModel {
  const { codeAsked: said } = wordsFor(language);
  const tribunal = tribunalIn(of, language);
  const rows = [
    [said.name, name],
    [said.reference, reference || said.none],
    [said.papers, papers],
    [said.reach, reach],
  ] as const;
  return {
    template: 'notice',
    language,
    tribunal,
    subject: say(said.subject, { name }),
    recipient: { name: tribunal.name },
    paragraphs: [said.body, ...rows.map(([label, text]) => `${label}\n${text}`), said.check],
    deadlines: [],
    documents: [],
  };
}
