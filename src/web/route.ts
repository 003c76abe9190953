import { createRoute, type OpenAPIHono, type RouteConfig, type z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { idempotencyKey } from './idempotency-key.ts';
import { jsonBody } from './json-body.ts';
import { problemSchema } from './problem-schema.ts';
import { PROBLEMS, type ProblemReason } from './problems.ts';
import { signedIn } from './signed-in.ts';
import type { WebEnv } from './web-env.ts';

/** What a JSON body may weigh where a call says nothing else. */
const MAX_JSON_BYTES = 256 * 1024;

type Shape = z.ZodObject;
type Value<S> = S extends z.ZodType ? z.output<S> : undefined;

/** One call of the API: what it takes, what it answers, and who may ask. From it come the route and its documentation. */
export interface Call<P extends Shape | undefined, Q extends Shape | undefined, B extends z.ZodType | undefined> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `/cases/{id}/events`. */
  readonly path: string;
  /** Its name in clients made from the document: `raiseEvent`. */
  readonly name: string;
  readonly group: string;
  /** One line. */
  readonly summary: string;
  readonly description?: string;
  readonly access: 'anyone' | 'user';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly maxBytes?: number;
  /** How deep the body may nest. */
  readonly maxDepth?: number;
  /** A body that the handler reads itself, and the JSON Schema that documents it. */
  readonly otherBody?: { readonly type: string; readonly schema: Readonly<Record<string, unknown>> };
  /** Takes `Idempotency-Key`. */
  readonly isIdempotent?: boolean;
  readonly middleware?: readonly MiddlewareHandler<WebEnv>[];
  readonly answers: RouteConfig['responses'];
  /** Beside those that every call of its kind can answer. */
  readonly problems?: readonly ProblemReason[];
}

type AnyCall = Call<Shape | undefined, Shape | undefined, z.ZodType | undefined>;

export interface CallInput<P, Q, B> {
  readonly params: Value<P>;
  readonly query: Value<Q>;
  readonly body: Value<B>;
}

/** Adds a call to the API: validated by the very schemas that document it. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  app: OpenAPIHono<WebEnv>,
  call: Call<P, Q, B>,
  handle: (c: Context<WebEnv>, input: CallInput<P, Q, B>) => Response | Promise<Response>,
): void {
  const answer = (c: Context<WebEnv>) => {
    const valid = c.req.valid as (target: string) => never;
    return handle(c, {
      params: valid.call(c.req, 'param'),
      query: valid.call(c.req, 'query'),
      body: valid.call(c.req, 'json'),
    });
  };
  app.openapi(routeConfig(call), answer as never);
}

function routeConfig(call: AnyCall): RouteConfig {
  const { method, path, name, group, summary, description, access } = call;
  return createRoute({
    method,
    path,
    operationId: name,
    tags: [group],
    summary,
    ...(description ? { description } : {}),
    security: access === 'user' ? [{ token: [] }, { cookie: [] }] : [],
    ...(call.isIdempotent ? { parameters: [IDEMPOTENCY_PARAMETER] } : {}),
    middleware: middlewareOf(call) as MiddlewareHandler[],
    request: requestOf(call),
    responses: answersOf(call),
  });
}

/** In order: who it is, whether there is a body to look at at all, what the call itself asks for. */
function middlewareOf({
  access,
  body,
  maxBytes,
  maxDepth,
  middleware,
  isIdempotent,
}: AnyCall): MiddlewareHandler<WebEnv>[] {
  return [
    ...(access === 'user' ? [signedIn] : []),
    ...(isIdempotent ? [idempotencyKey] : []),
    ...(middleware ?? []),
    ...(body ? jsonBody(maxBytes ?? MAX_JSON_BYTES, maxDepth) : []),
  ];
}

function requestOf({ params, query, body, otherBody }: AnyCall) {
  const content = body ? { 'application/json': { schema: body } } : undefined;
  return {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(content ? { body: { required: true, content } } : {}),
    ...(otherBody ? { body: { required: true, content: { [otherBody.type]: { schema: otherBody.schema } } } } : {}),
  };
}

const IDEMPOTENCY_PARAMETER = {
  in: 'header' as const,
  name: 'Idempotency-Key',
  required: false,
  description:
    'A name of yours for this one request, 1 to 200 visible characters. The same key with the same request gives the same answer and does nothing twice.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 200 },
};

function problemsOf({ method, access, params, query, body, otherBody, isIdempotent, problems }: AnyCall) {
  const hasBody = body !== undefined || otherBody !== undefined;
  return new Set<ProblemReason>([
    ...(params || query || isIdempotent ? (['InvalidParameter'] as const) : []),
    ...(hasBody ? (['InvalidBody', 'TooLarge', 'UnsupportedMediaType'] as const) : []),
    ...(access === 'user' ? (['NotSignedIn'] as const) : []),
    ...(method === 'get' ? [] : (['CrossSite'] as const)),
    ...(isIdempotent ? (['IdempotencyKeyReused'] as const) : []),
    ...(problems ?? []),
    'TooManyRequests',
    'Unexpected',
    'StorageUnavailable',
  ]);
}

/** Problems of one status share an answer, whose description names their reasons; a call may have its own answer beside it. */
function answersOf(call: AnyCall): RouteConfig['responses'] {
  const byStatus = Map.groupBy(problemsOf(call), (reason) => PROBLEMS[reason].status);
  const ofProblems = [...byStatus].map(([status, reasons]) => {
    const own = call.answers[status] as { description: string; content: object } | undefined;
    const named = reasons.map((reason) => `\`${reason}\``).join(', ');
    const content = { ...own?.content, 'application/problem+json': { schema: problemSchema } };
    return [status, { description: own ? `${own.description} Or ${named}` : named, content }] as const;
  });
  return { ...call.answers, ...Object.fromEntries(ofProblems) };
}
