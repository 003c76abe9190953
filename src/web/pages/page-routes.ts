import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { assetRoutes } from '../assets/asset-routes.ts';
import { demoRoutes } from '../demo/demo-routes.ts';
import { docsRoutes } from '../docs/docs-routes.tsx';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { actPages } from './act-pages.tsx';
import { casePages } from './case-pages.tsx';
import { digitalIdPages } from './digital-id-routes.tsx';
import { evidencePages } from './evidence/evidence-pages.tsx';
import { explorePages } from './explore-routes.tsx';
import { guidedPages } from './guided-pages.tsx';
import { homeRoutes } from './home-routes.tsx';
import { invitationPages } from './invitation-pages.tsx';
import { joinPages } from './join-pages.tsx';
import { letterPages } from './letter-pages.tsx';
import { linkPages } from './link-routes.tsx';
import { problemRoutes } from './problem-routes.tsx';
import { registerPages } from './register-pages.tsx';
import type { PageTools } from './render-page.tsx';
import { roomPages } from './room-pages.tsx';
import { signInPages } from './sign-in-routes.tsx';
import { startPages } from './start-pages.tsx';

/** Everything for people's eyes. */
export function pageRoutes(ports: WebPorts, api: OpenAPIHono<WebEnv>, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.route('/', assetRoutes(tools.assets, ports.settings.theme));
  app.route('/', homeRoutes(ports, tools));
  app.route('/', explorePages(ports, tools));
  app.route('/', signInPages(ports, tools));
  app.route('/', linkPages(ports, tools));
  if (ports.digitalId) app.route('/', digitalIdPages(ports, ports.digitalId, tools));
  app.route('/', casePages(ports, tools));
  app.route('/', roomPages(ports, tools));
  app.route('/', actPages(ports, tools));
  app.route('/', guidedPages(ports, tools));
  app.route('/', invitationPages(ports, tools));
  app.route('/', evidencePages(ports, tools));
  app.route('/', joinPages(ports, tools));
  app.route('/', letterPages(ports, tools));
  app.route('/', startPages(ports, tools));
  app.route('/', registerPages(ports, tools));
  app.route('/', problemRoutes(tools));
  if (ports.demo && ports.settings.mode === 'demo') app.route('/', demoRoutes(ports, ports.demo, tools));
  app.route('/', docsRoutes(api, tools));
  return app;
}
