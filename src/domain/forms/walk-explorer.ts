import { named } from '../definition/definition-view.ts';
import { type FilledIn, filledInBy } from '../definition/explorer-answer.ts';
import type { Explorer } from '../definition/explorer-schema.ts';

type Option = Explorer['questions'][string]['options'][number];

/** Answers by question, as somebody gave them: they may be old, cut or made up. */
export type ExplorerAnswers = Readonly<Record<string, string>>;

/** How far someone came, and where they stand: before a question, or at the end. */
export interface ExplorerWay {
  readonly answered: readonly { readonly question: string; readonly option: Option }[];
  readonly at: { readonly question: string } | { readonly outcome: string };
}

/**
 * Follows answers from the first question as far as they go. An answer that its question does not have is none: it is
 * asked again. `change` is asked again too, whatever was answered. Of a definition that the checker has passed.
 */
export function walkExplorer(explorer: Explorer, answers: ExplorerAnswers, change?: string): ExplorerWay {
  const answered: { question: string; option: Option }[] = [];
  let at = explorer.start;
  for (;;) {
    const question = named(explorer.questions, at);
    if (!question) return { answered, at: { outcome: at } };
    const given = at === change ? undefined : named(answers, at);
    const option = question.options.find(({ value }) => value === given);
    if (!option) return { answered, at: { question: at } };
    answered.push({ question: at, option });
    at = option.next;
  }
}

/** What answers fill in of the claim. Each counts by itself: where it led does not matter any more. */
export function filledInByAnswers({ questions }: Explorer, answers: ExplorerAnswers): readonly FilledIn[] {
  return Object.entries(questions).flatMap(([question, { options }]) => {
    const option = options.find(({ value }) => value === named(answers, question));
    return (option && filledInBy(option)) ?? [];
  });
}
