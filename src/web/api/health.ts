import { OpenAPIHono, z } from '@hono/zod-openapi';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { jsonAnswer } from './schemas/json-answer.ts';

const GROUP = 'Operations';

const readinessSchema = z
  .strictObject({
    ready: z.boolean(),
    checks: z.array(z.strictObject({ name: z.string().openapi({ example: 'database' }), ok: z.boolean() })),
  })
  .openapi('Readiness');

/** What operators and their machines ask. */
export function healthRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addHealth(app);
  addReadiness(app, ports);
  addMetrics(app, ports);
  return app;
}

function addHealth(app: OpenAPIHono<WebEnv>): void {
  const alive = z.strictObject({ status: z.literal('ok') });
  route(
    app,
    {
      method: 'get',
      path: '/healthz',
      name: 'readHealth',
      group: GROUP,
      summary: 'Say whether the process is alive',
      access: 'anyone',
      answers: { 200: jsonAnswer('It is.', alive) },
    },
    () => ({ status: 'ok' }),
  );
}

function addReadiness(app: OpenAPIHono<WebEnv>, { readiness }: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/readyz',
      name: 'readReadiness',
      group: GROUP,
      summary: 'Can it serve? The database takes writes, the clock is sane',
      access: 'anyone',
      answers: { 200: jsonAnswer('It can.', readinessSchema), 503: jsonAnswer('It cannot.', readinessSchema) },
    },
    async (c) => {
      const checks = await readiness();
      const ready = checks.every(({ ok }) => ok);
      return c.json({ ready, checks }, ready ? 200 : 503);
    },
  );
}

function addMetrics(app: OpenAPIHono<WebEnv>, { metrics, mayReadMetrics }: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/metrics',
      name: 'readMetrics',
      group: GROUP,
      summary: 'Metrics, for Prometheus',
      description:
        'Counts and times alone: nothing of anybody. Where the operator has set a secret, it takes `Authorization: Bearer <secret>`; without it there is nothing here.',
      access: 'anyone',
      answers: { 200: { description: 'Prometheus text.', content: { 'text/plain': { schema: { type: 'string' } } } } },
      problems: ['NotFound'],
    },
    async (c) => {
      if (mayReadMetrics && !mayReadMetrics(c.req.raw.headers)) return problem(c, 'NotFound');
      const { contentType, text } = await metrics();
      return c.body(text, 200, { 'Content-Type': contentType });
    },
  );
}
