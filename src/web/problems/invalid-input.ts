import type { Context } from 'hono';
import type { z } from 'zod';
import { problem } from './problem.ts';

/** Names at most so many fields: a hostile body could be wrong in a million places. */
const MAX_ERRORS = 50;

/** Answers a request that does not fit its schema, with the fields that are wrong. */
export function invalidInput(c: Context, reason: 'InvalidBody' | 'InvalidParameter', { issues }: z.ZodError): Response {
  const errors = issues
    .slice(0, MAX_ERRORS)
    .flatMap(saidOf)
    .slice(0, MAX_ERRORS)
    .map(({ path, message }) => ({ path: path.map(String).join('.').slice(0, 200), message: message.slice(0, 500) }));
  return problem(c, reason, { errors });
}

type Said = Pick<z.core.$ZodIssue, 'path' | 'message'>;

/** A field that is not known is named where it stands; the schema names the object around it. */
function saidOf(issue: z.core.$ZodIssue): Said[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys
    .slice(0, MAX_ERRORS)
    .map((key) => ({ path: [...issue.path, key], message: 'There is no such field here.' }));
}
