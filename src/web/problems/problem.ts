import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { PROBLEMS, type ProblemReason } from './problems.ts';

export interface ProblemDetail {
  /** What is special about this one. Default: the title. */
  readonly detail?: string | undefined;
  /** Fields, by JSON pointer or dotted path, and what is wrong with each. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** Further members, by which a program can act: `dueAt`, `retryAfter`. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** Answers a problem (RFC 9457). Without details the body is the same, byte for byte, whatever was asked for. */
export function problem(c: Context, reason: ProblemReason, { detail, errors, facts }: ProblemDetail = {}): Response {
  const { status, title } = PROBLEMS[reason];
  const body = {
    type: `/problems/${reason}`,
    title,
    status,
    detail: detail ?? title,
    reason,
    ...(errors && errors.length > 0 ? { errors } : {}),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
  };
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'Content-Type': 'application/problem+json' });
}
