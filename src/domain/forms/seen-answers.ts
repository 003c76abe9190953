import { isUnseen } from './is-unseen.ts';

/**
 * Answers on their way in, less the texts that show nothing: a required reason of joiners is none. Here, and not where a
 * form is read, for a journal may hold such an answer, and it stays accepted when that is decided again.
 */
export function seenAnswers(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!hasUnseen(given)) return given;
  return mapped(given, (answer) => (isAddress(answer) ? mapped(answer, seen) : seen(answer)));
}

function hasUnseen(answers: Readonly<Record<string, unknown>>): boolean {
  for (const name in answers) {
    const answer = answers[name];
    if (isAddress(answer) ? hasUnseen(answer) : typeof answer === 'string' && isUnseen(answer)) return true;
  }
  return false;
}

function seen(answer: unknown): unknown {
  return typeof answer === 'string' && isUnseen(answer) ? '' : answer;
}

/** An address has a text on each line. */
function isAddress(answer: unknown): answer is Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

function mapped(answers: Readonly<Record<string, unknown>>, change: (answer: unknown) => unknown) {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, change(answer)]));
}
