import { readField } from '../../../forms/field-answer.ts';
import { named } from '../../definition-view.ts';
import { answerOf, type FilledIn, filledInBy } from '../../explorer-answer.ts';
import type { Explorer } from '../../explorer-schema.ts';
import type { Field } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** Every way through the explorer comes to an outcome, and every question is asked on some way. */
export const checkExplorer: Rule = (view) => {
  const { explorer } = view.definition;
  if (!explorer) return [];
  return [...checkNames(explorer), ...checkReached(explorer), ...checkCircles(explorer), ...checkSets(view, explorer)];
};

function checkNames({ start, questions, outcomes }: Explorer): Problem[] {
  const known = [...Object.keys(questions), ...Object.keys(outcomes)];
  const first = Object.hasOwn(questions, start)
    ? []
    : [
        unknownName('unknown-question', '/explorer/start', {
          where: 'The explorer',
          what: 'first question',
          name: start,
          known: Object.keys(questions),
        }),
      ];
  const both = Object.keys(questions).filter((name) => Object.hasOwn(outcomes, name));
  return [
    ...first,
    ...both.map((name) => {
      const message = `The explorer calls both a question and an outcome “${name}”.`;
      return error('duplicate-id', jsonPointer('explorer', 'outcomes', name), message, 'Rename one of them.');
    }),
    ...Object.entries(questions).flatMap(([name, question]) =>
      question.options.flatMap(({ next }, index) => {
        if (known.includes(next)) return [];
        const path = jsonPointer('explorer', 'questions', name, 'options', index, 'next');
        return [
          unknownName('unknown-question', path, {
            where: `The explorer's question “${name}”`,
            what: 'next question or outcome',
            name: next,
            known,
          }),
        ];
      }),
    ),
  ];
}

function checkReached(explorer: Explorer): Problem[] {
  const reached = new Set<string>();
  const waiting = [explorer.start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...nextOf(explorer, name));
  }
  const missed = (part: 'questions' | 'outcomes', what: string) =>
    Object.keys(explorer[part])
      .filter((name) => !reached.has(name))
      .map((name) => {
        const message = `No answers in the explorer lead to the ${what} “${name}”.`;
        return error(
          'unreachable-question',
          jsonPointer('explorer', part, name),
          message,
          'Lead to it with “next”, or remove it.',
        );
      });
  return [...missed('questions', 'question'), ...missed('outcomes', 'outcome')];
}

/** Peels off, again and again, the questions whose every answer leads to what is settled; what is left goes round. */
function checkCircles(explorer: Explorer): Problem[] {
  const open = new Set(Object.keys(explorer.questions));
  const settled = () => [...open].filter((name) => !nextOf(explorer, name).some((next) => open.has(next)));
  for (let done = settled(); done.length > 0; done = settled()) for (const name of done) open.delete(name);
  const circle = [...open].find((name) => leadsBack(explorer, name));
  if (circle === undefined) return [];
  const message = `Answers to the explorer's question “${circle}” can lead back to it, round and round.`;
  return [
    error(
      'explorer-cycle',
      jsonPointer('explorer', 'questions', circle),
      message,
      'Lead every answer to a later question or an outcome.',
    ),
  ];
}

function leadsBack(explorer: Explorer, start: string): boolean {
  const seen = new Set<string>();
  const waiting = [...nextOf(explorer, start)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === start) return true;
    if (!seen.has(name)) waiting.push(...nextOf(explorer, name));
    seen.add(name);
  }
  return false;
}

function nextOf({ questions }: Explorer, name: string): string[] {
  return named(questions, name)?.options.map(({ next }) => next) ?? [];
}

/** What an answer fills in beforehand is a field of a form, and something that the field takes. */
function checkSets(view: CheckedDefinition, { questions }: Explorer): Problem[] {
  return Object.entries(questions).flatMap(([name, question]) =>
    question.options.flatMap((option, index) => {
      if (option.sets === undefined) return [];
      const path = jsonPointer('explorer', 'questions', name, 'options', index, 'sets');
      const where = `The explorer's question “${name}”`;
      const filledIn = filledInBy(option);
      const field = filledIn && fieldAt(view, filledIn);
      if (!filledIn || field === undefined) {
        const message = `${where} fills in “${option.sets}”, which is no field of a form.`;
        return [error('unknown-field', path, message, 'Write <form>.<field>, such as application.kind.')];
      }
      return field === 'unreadable' ? [] : checkValue(field, filledIn.value, where, path);
    }),
  );
}

/** The field; what stands in a form that cannot be read is not judged twice. */
function fieldAt(view: CheckedDefinition, { form, field }: FilledIn): Field | 'unreadable' | undefined {
  if (!view.names.forms.has(form)) return undefined;
  const rule = named(view.definition.forms, form);
  return rule ? rule.pages.flatMap((page) => page.fields).find(({ id }) => id === field) : 'unreadable';
}

function checkValue(field: Field, value: string, where: string, path: string): Problem[] {
  if (isTaken(field, value)) return [];
  const known = field.options?.map((option) => option.value) ?? [];
  if (known.length > 0)
    return [unknownName('unknown-option', path, { where, what: `answer to “${field.id}”`, name: value, known })];
  const message = `${where} fills in “${field.id}” with “${value}”, which a field of type ${field.type} does not take.`;
  const fix =
    'Write <form>.<field>=<value>: true or false, a number (cents of money), a date as 2026-03-01, or a text.';
  return [error('wrong-type', path, message, fix)];
}

function isTaken(field: Field, value: string): boolean {
  const answer = answerOf(field, value);
  return answer !== undefined && !('message' in readField(field, answer, []));
}
