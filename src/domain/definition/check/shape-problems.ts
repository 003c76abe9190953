import { DEFINITION_LIMITS } from './limits.ts';
import { error, type Problem } from './problem.ts';

export function tooLarge(): Problem {
  const most = DEFINITION_LIMITS.bytes / 1024;
  const message = `The definition is larger than ${most} KB.`;
  return error('too-large', '', message, 'Shorten its texts, or split it into two processes.');
}

export function tooDeep(path: string): Problem {
  const message = `The definition is nested more than ${DEFINITION_LIMITS.nesting} levels deep.`;
  return error('too-deep', path, message, 'Give states and guards fewer levels: name a part and refer to it.');
}

export function forbiddenKey(path: string, key: string): Problem {
  const message = `“${key}” cannot be used as a name: JavaScript gives it a meaning of its own.`;
  return error('forbidden-key', path, message, 'Choose another name.');
}

export function notData(path: string): Problem {
  const message =
    'This is not plain data: only texts, numbers, yes or no, lists and objects can stand in a definition.';
  return error('not-data', path, message, 'Hand in the definition as JSON.');
}
