import { createRoute, type OpenAPIHono, type RouteConfig, type z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { problemSchema } from './problems/problem-schema.ts';
import { PROBLEMS, type ProblemReason } from './problems/problems.ts';
import { type CallInput, callInput } from './requests/call-input.ts';
import { type Check, checkedBefore } from './requests/checked.ts';
import { idempotencyKey } from './requests/idempotency-key.ts';
import { limitedBody } from './requests/limited-body.ts';
import { securedJson } from './secured-json.ts';
import { signedIn } from './sessions/signed-in.ts';
import type { WebEnv } from './web-env.ts';

/** What a JSON body may weigh where a call says nothing else. */
const MAX_JSON_BYTES = 256 * 1024;

type Shape = z.ZodObject;

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

/**
 * Adds a call to the API: validated by the very schemas that document it.
 *
 * @param handle answers a value, which is sent as JSON with status 200; or a response, for another status and headers of
 *   its own
 */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  app: OpenAPIHono<WebEnv>,
  call: Call<P, Q, B>,
  handle: (c: Context<WebEnv>, input: CallInput<P, Q, B>) => object | Promise<object>,
): void {
  const config = routeConfig(call);
  app.openAPIRegistry.registerPath(config);
  const answer: MiddlewareHandler<WebEnv> = async (c) => {
    const input = await callInput<P, Q, B>(c, call);
    const answered = input instanceof Response ? input : await handle(c, input);
    return answered instanceof Response ? answered : securedJson(c, answered);
  };
  const [first = answer, ...others] = [...middlewareOf(call), answer];
  app.on([call.method], [config.getRoutingPath()], checkedBefore(checksOf(call), first), ...others);
}

function routeConfig(call: AnyCall) {
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
    request: requestOf(call),
    responses: answersOf(call),
  });
}

/** Who it is, and whether their key is one. */
function checksOf({ access, isIdempotent }: AnyCall): Check[] {
  return [...(access === 'user' ? [signedIn] : []), ...(isIdempotent ? [idempotencyKey] : [])];
}

/** After that, in order: what the call itself asks for, how much there is to read. */
function middlewareOf({ body, maxBytes, middleware = [] }: AnyCall): MiddlewareHandler<WebEnv>[] {
  return [...middleware, ...(body ? [limitedBody(maxBytes ?? MAX_JSON_BYTES)] : [])];
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
    'A name of yours for this one request, 1 to 200 visible characters. The same key with the same request gives the same answer and does nothing twice, for a day at least.',
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
    'CalendarMissing',
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
