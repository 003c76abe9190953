import { Hono } from 'hono';
import type { DemoPorts } from '../demo-ports.ts';
import type { PageTools } from '../pages/render-page.tsx';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { clockRoutes } from './clock-routes.tsx';
import { mailboxRoutes } from './mailbox-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

/** What a demonstration adds under `/dev`. In production none of it is there. */
export function demoRoutes(ports: WebPorts, demo: DemoPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.route('/dev', signInRoutes(ports, demo, tools));
  app.route('/dev', clockRoutes(demo, tools));
  app.route('/dev', mailboxRoutes(demo, tools));
  return app;
}
