import { OpenAPIHono } from '@hono/zod-openapi';
import { authRoutes } from './api/auth.ts';
import { caseEventRoutes } from './api/case-events.ts';
import { casePartRoutes } from './api/case-parts.ts';
import { caseRoutes } from './api/cases.ts';
import { decisionRoutes } from './api/decisions.ts';
import { documentRoutes } from './api/documents.ts';
import { exhibitBundleRoutes } from './api/exhibit-bundles.ts';
import { healthRoutes } from './api/health.ts';
import { letterRoutes } from './api/letters.ts';
import { meRoutes } from './api/me.ts';
import { peopleOfCaseRoutes } from './api/people-of-case.ts';
import { userRoutes } from './api/users.ts';
import { verificationRoutes } from './api/verifications.ts';
import { workflowDraftRoutes } from './api/workflow-drafts.ts';
import { workflowMigrationRoutes } from './api/workflow-migrations.ts';
import { workflowRehearsalRoutes } from './api/workflow-rehearsal.ts';
import { workflowRoutes } from './api/workflows.ts';
import { assetPaths } from './assets/asset-routes.ts';
import { rateLimited } from './limits/rate-limited.ts';
import { registerSecurity } from './openapi-document.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { onError } from './problems/on-error.ts';
import { problemPages } from './problems/problem-pages.ts';
import { unmatched } from './problems/unmatched.ts';
import { requestLog } from './request-log.ts';
import { RouterByLength } from './router-by-length.ts';
import { secureHeaders } from './secure-headers.ts';
import { sameSite } from './sessions/same-site.ts';
import { session } from './sessions/session.ts';
import { textReceiptRoutes } from './text-receipt-routes.ts';
import type { WebEnv } from './web-env.ts';
import type { WebPorts } from './web-ports.ts';

/** The web: the JSON API, its documentation and the pages. Knows no runtime: everything outside it is handed in. */
export function createApp(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>({ router: new RouterByLength() });
  app.onError(onError(ports));
  const tools = {
    assets: assetPaths(ports.ids, ports.settings.theme),
    ids: ports.ids,
    tribunal: ports.tribunal,
    settings: ports.settings,
    hasAccountPage: ports.digitalId !== undefined,
  };
  app.notFound(unmatched(app));
  app.use(requestLog(ports), secureHeaders(ports.settings), problemPages(tools));
  app.route('/', healthRoutes(ports));
  if (ports.mayReportTexts) app.route('/', textReceiptRoutes(ports, ports.mayReportTexts));
  app.use(session(ports, rateLimited(ports), sameSite(ports.settings)));
  app.route('/api/v1', api(ports));
  registerSecurity(app);
  app.route('/', pageRoutes(ports, app, tools));
  return app;
}

function api(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  const groups = [
    authRoutes,
    meRoutes,
    workflowRehearsalRoutes,
    workflowRoutes,
    workflowDraftRoutes,
    workflowMigrationRoutes,
    caseRoutes,
    caseEventRoutes,
    casePartRoutes,
    exhibitBundleRoutes,
    peopleOfCaseRoutes,
    documentRoutes,
    letterRoutes,
    userRoutes,
    decisionRoutes,
    verificationRoutes,
  ];
  for (const group of groups) app.route('/', group(ports));
  return app;
}
