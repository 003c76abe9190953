/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { listWorkflows } from '../../../app/workflows/list-workflows.ts';
import { may } from '../../../domain/access/authority.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { HomePage } from './home-page.tsx';

/** The first page. */
export function homeRoutes(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { settings, demo } = ports;
  const people = settings.mode === 'demo' ? demo?.people : undefined;
  app.get('/', (c) => {
    const viewer = c.get('viewer');
    const name = viewer.kind === 'user' ? viewer.name : undefined;
    // Who is not signed in yet may be anybody: what the tribunal alone opens is not for them.
    const workflows = listWorkflows(ports).filter((one) => !one.opens || may(viewer, 'case.open', one));
    return renderPage(c, tools, (words) => ({
      title: words.home.title,
      body: <HomePage words={words} origin={settings.origin} people={people} name={name} workflows={workflows} />,
    }));
  });
  return app;
}
