import type { Context } from 'hono';
import type { z } from 'zod';
import { invalidInput } from '../problems/invalid-input.ts';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';
import { jsonText } from './json-text.ts';

type Value<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a call takes, as its schemas have read it. */
export interface CallInput<P, Q, B> {
  readonly params: Value<P>;
  readonly query: Value<Q>;
  readonly body: Value<B>;
}

/** The schemas of a call, and how deep its body may nest. */
export interface Taken {
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly body?: z.ZodType | undefined;
  readonly maxDepth?: number | undefined;
}

/** Reads what a call takes, by the very schemas that document it; or answers what is wrong with it. */
export async function callInput<P, Q, B>(c: Context<WebEnv>, taken: Taken): Promise<CallInput<P, Q, B> | Response> {
  const text = taken.body ? await jsonText(c, taken.maxDepth) : undefined;
  if (text instanceof Response) return text;
  const query = taken.query?.safeParse(singly(c.req.queries()));
  if (query?.error) return invalidInput(c, 'InvalidParameter', query.error);
  const params = taken.params?.safeParse(c.req.param());
  if (params?.error) return invalidInput(c, 'InvalidParameter', params.error);
  const given = text === undefined ? undefined : parsed(text);
  if (given === NOT_JSON) return problem(c, 'InvalidBody', { detail: 'The body is not JSON that can be read.' });
  const body = taken.body?.safeParse(given);
  if (body?.error) return invalidInput(c, 'InvalidBody', body.error);
  return { params: params?.data, query: query?.data, body: body?.data } as CallInput<P, Q, B>;
}

/** A parameter that is given once is its value, not a list. */
function singly(queries: Readonly<Record<string, readonly string[]>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

const NOT_JSON = Symbol('not JSON');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}
