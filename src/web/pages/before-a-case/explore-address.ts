import type { Explorer } from '../../../domain/definition/explorer-schema.ts';
import type { ExplorerAnswers } from '../../../domain/forms/walk-explorer.ts';

/** The question whose answer was sent with the form: without one, it has to be asked for. */
export const ASKED = '_asked';
/** The question that somebody wants to answer anew. */
export const CHANGE = '_change';

type Given = readonly (readonly [question: string, value: string])[];

/** The control in which a question is answered, also the name of the answer in an address: no word of ours can be one. */
export function answerControl(question: string): string {
  return `q.${question}`;
}

/** The answers that an address or a form holds; of a question that the explorer does not have there is none. */
export function answersGiven({ questions }: Explorer, text: (name: string) => string | undefined): ExplorerAnswers {
  return Object.fromEntries(
    Object.keys(questions).flatMap((question) => {
      const value = text(answerControl(question));
      return value ? [[question, value]] : [];
    }),
  );
}

/** Where the explorer stands with these answers; `change`: at this question, the answers after it kept. */
export function explorePath(workflow: string, given: Given, change?: string): string {
  return withAnswers(`/explore/${workflow}`, given, change ? { [CHANGE]: change } : {});
}

/** Where a claim is started with what the answers fill in. */
export function startPath(workflow: string, given: Given): string {
  return withAnswers(`/start/${workflow}`, given, {});
}

/** Where the file of a letter is: the outcome that offers it, and its number there, from 1. */
export function letterPath(workflow: string, outcome: string, number: number): string {
  return `/explore/${workflow}/letters/${outcome}/${number}`;
}

function withAnswers(path: string, given: Given, more: Readonly<Record<string, string>>): string {
  const named = given.map(([question, value]) => [answerControl(question), value] as const);
  const search = new URLSearchParams(Object.fromEntries([...named, ...Object.entries(more)])).toString();
  return search ? `${path}?${search}` : path;
}
