import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WebEnv } from '../../src/web/web-env.ts';
import { documentOf } from './documented.ts';

/** One call of the API, as the document has it. */
export interface DocumentedCall {
  readonly method: string;
  readonly pattern: string;
  readonly needsUser: boolean;
  readonly isMutation: boolean;
  readonly takes: string | undefined;
  readonly takesKey: boolean;
  /** It answers a list. */
  readonly answersPage: boolean;
}

interface Content {
  readonly schema: { readonly properties?: object };
}

interface Documented {
  readonly security: unknown[];
  readonly requestBody?: { readonly content: object };
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

/** Every call there is: a test over them also covers those that are yet to be written. */
export function everyCall(app: OpenAPIHono<WebEnv>): DocumentedCall[] {
  return Object.entries(documentOf(app).paths ?? {}).flatMap(([pattern, item]) =>
    Object.entries(item as Record<string, Documented>).map(
      ([method, { security, requestBody, parameters = [], responses }]) => ({
        method: method.toUpperCase(),
        pattern,
        needsUser: security.length > 0,
        isMutation: method !== 'get',
        takes: Object.keys(requestBody?.content ?? {})[0],
        takesKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
        answersPage: 'next' in (responses['200']?.content?.['application/json']?.schema.properties ?? {}),
      }),
    ),
  );
}

/** An address of the pattern: about this id, wherever one stands in it. */
export function addressOf({ pattern }: Pick<DocumentedCall, 'pattern'>, id: string): string {
  const path = pattern
    .replace('{version}', '1')
    .replace('{id}', encodeURIComponent(id))
    .replace(/\{\w+\}/g, 'nobody');
  return pattern.endsWith('/users') || pattern.endsWith('/candidates') ? `${path}?role=member` : path;
}
