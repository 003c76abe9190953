/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { VerifiedOrder } from '../../../app/queries/verify-order.ts';
import { verifyOrderEverywhere } from '../../../app/registries/verify-order-everywhere.ts';
import { textIn } from '../../../domain/text-in.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { unlisted } from '../invitation/unlisted.ts';
import type { PageError } from '../page-errors.tsx';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { zoneOf } from '../zone-of.ts';
import { sha256Of } from './sha256-of.ts';
import { type Compared, VerifiedOrderPage } from './verified-order-page.tsx';
import { VerifyPage } from './verify-page.tsx';

const MAX_CODE = 100;
const MAX_NAME = 300;
/** Many times the longest order. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Checking an order by the code on its paper. Whoever holds the code may; nothing leads from one code to another. */
export function verifyPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [unlisted, rateLimitedFor(ports, 'signIn')] as const;
  app.get('/verify', unlisted, (c) => {
    const code = c.req.query('code')?.trim().slice(0, MAX_CODE);
    if (code) return c.redirect(`/verify/${encodeURIComponent(code)}`, 303);
    return codePage(c, tools, '', code === undefined ? undefined : wordsFor(c.get('language')).verify.empty);
  });
  app.get('/verify/:code', ...guarded, async (c) => {
    const code = c.req.param('code').slice(0, MAX_CODE);
    const order = await verifyOrderEverywhere(ports, code);
    return order ? orderPage(c, ports, tools, order) : unknownCode(c, tools, code);
  });
  app.post('/verify/:code', ...guarded, limitedBody(MAX_BYTES), async (c) => {
    const code = c.req.param('code').slice(0, MAX_CODE);
    const form = await readPageForm(c);
    const name = form.text('name').trim().slice(0, MAX_NAME);
    const order = await verifyOrderEverywhere(ports, code, name || undefined);
    if (!order) return unknownCode(c, tools, code);
    const [file] = form.files('file');
    if (!file && !name) return orderPage(c, ports, tools, order, { name });
    const sha256 = file && (await sha256Of(await file.arrayBuffer()));
    return orderPage(c, ports, tools, order, { name, ...(sha256 ? { isOurFile: sha256 === order.sha256 } : {}) });
  });
  return app;
}

/** Whatever is wrong with a code, the answer is the same: it tells nothing of other codes. */
function unknownCode(c: Context<WebEnv>, tools: PageTools, code: string): Response {
  return codePage(c, tools, code, wordsFor(c.get('language')).verify.unknown, 404);
}

function codePage(
  c: Context<WebEnv>,
  tools: PageTools,
  code: string,
  message: string | undefined,
  status?: 404,
): Response {
  const errors = message === undefined ? [] : [{ field: 'code', message }];
  return renderPage(c, tools, (words) => ({
    title: words.verify.title,
    errors,
    ...(status ? { status } : {}),
    body: <VerifyPage words={words} code={code} errors={errors} />,
  }));
}

function orderPage(
  c: Context<WebEnv>,
  ports: WebPorts,
  tools: PageTools,
  order: VerifiedOrder,
  compared?: Compared,
): Response {
  const version = ports.registry.read((reads) => reads.currentWorkflow(order.workflow, ports.clock.now()));
  const errors: PageError[] =
    compared && !compared.name && compared.isOurFile === undefined
      ? [{ field: 'name', message: wordsFor(c.get('language')).verify.nothing }]
      : [];
  return renderPage(c, tools, (words) => ({
    title: words.verify.title,
    errors,
    body: (
      <VerifiedOrderPage
        words={words}
        order={order}
        tribunal={textIn(tools.tribunal.name, words.lang)}
        zone={version ? zoneOf(ports, version) : 'UTC'}
        compared={errors.length > 0 ? undefined : compared}
        errors={errors}
      />
    ),
  }));
}
