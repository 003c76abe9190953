import { definitionTexts, type PlacedText } from '../../definition-texts.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';

/** Every text says something in every language that the definition declares, and in no other. */
export const checkTranslations: Rule = (view) => {
  const { languages } = view.definition;
  return [
    ...languages.flatMap((language, index) =>
      languages.indexOf(language) === index ? [] : [listedTwice(language, index)],
    ),
    ...definitionTexts(view).flatMap((placed) => checkText(placed, languages)),
  ];
};

function listedTwice(language: string, index: number): Problem {
  const message = `The language “${language}” is listed twice.`;
  return error('duplicate-id', jsonPointer('languages', index), message, 'Remove one.');
}

function checkText({ text, pointer }: PlacedText, languages: readonly string[]): Problem[] {
  const place = `The text at “${pointer.slice(1).replaceAll('/', ' › ')}”`;
  const missing = languages.filter((language) => !text[language]?.trim());
  const others = Object.keys(text).filter((language) => !languages.includes(language));
  return [
    ...missing.map((language) => {
      const message = `${place} says nothing in “${language}”.`;
      return error('missing-translation', pointer + jsonPointer(language), message, `Write it in “${language}”.`);
    }),
    ...others.map((language) => {
      const message = `${place} is written in “${language}”, a language that the definition does not declare.`;
      return warning(
        'undeclared-language',
        pointer + jsonPointer(language),
        message,
        `Remove it, or add “${language}” to “languages”.`,
      );
    }),
  ];
}
