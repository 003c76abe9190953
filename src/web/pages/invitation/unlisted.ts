import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../../web-env.ts';

/** For pages whose address is a secret or leads to one: no search engine lists them. */
export const unlisted: MiddlewareHandler<WebEnv> = async (c, next) => {
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
  return next();
};
