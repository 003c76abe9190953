import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { WebEnv } from './web-env.ts';

/** Only for who is signed in. Asked before anything is looked up: the answer says nothing about what there is. */
export const signedIn: MiddlewareHandler<WebEnv> = async (c, next) =>
  c.get('viewer').kind === 'user' ? next() : problem(c, 'NotSignedIn');
