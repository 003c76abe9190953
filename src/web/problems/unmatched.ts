import type { Context, Hono } from 'hono';
import type { WebEnv } from '../web-env.ts';
import { problem } from './problem.ts';

/** Which methods each pattern takes. */
type Methods = readonly { readonly pattern: RegExp; readonly method: string }[];

/** What is answered when no route matched: other methods of the same address are named; all else is nothing. */
export function unmatched(app: Hono<WebEnv>): (c: Context<WebEnv>) => Response {
  let methods: Methods | undefined;
  return (c) => {
    methods ??= methodsOf(app);
    const allowed = allowedAt(methods, c.req.path);
    if (allowed.length === 0) return problem(c, 'NotFound');
    c.header('Allow', allowed.join(', '));
    return c.req.method === 'OPTIONS' ? c.body(null, 204) : problem(c, 'MethodNotAllowed');
  };
}

function methodsOf({ routes }: Hono<WebEnv>): Methods {
  return routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path, method }) => ({ method, pattern: new RegExp(`^${path.split('/').map(segment).join('/')}$`) }));
}

function segment(part: string): string {
  return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function allowedAt(methods: Methods, path: string): string[] {
  const found = new Set(methods.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
  if (found.size === 0) return [];
  if (found.has('GET')) found.add('HEAD');
  return [...found, 'OPTIONS'].toSorted();
}
