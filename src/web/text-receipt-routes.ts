import { Hono } from 'hono';
import { z } from 'zod';
import { noteTextReceipt } from '../app/letters/note-text-receipt.ts';
import { problem } from './problems/problem.ts';
import { limitedBody } from './requests/limited-body.ts';
import type { WebEnv } from './web-env.ts';
import type { WebPorts } from './web-ports.ts';

const MAX_RECEIPT_BYTES = 16 * 1024;

/** As GC Notify documents its receipts; what else is in one is left alone. */
const receiptSchema = z.object({
  id: z.string().max(100),
  reference: z.string().max(100),
  status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
  completed_at: z.string().max(40).nullish(),
});

/**
 * Where the provider of text messages says what became of each. It bears a token that we gave it, and no session. What is no
 * receipt of ours is answered alike, so that it is not sent for ever.
 */
export function textReceiptRoutes(ports: WebPorts, mayReport: (headers: Headers) => boolean): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post('/hooks/text-receipts', limitedBody(MAX_RECEIPT_BYTES), async (c) => {
    if (!mayReport(c.req.raw.headers)) return problem(c, 'NotFound');
    const receipt = receiptSchema.safeParse(await c.req.json().catch(() => undefined));
    if (receipt.success) {
      const { id, reference, status, completed_at: completedAt } = receipt.data;
      await noteTextReceipt(ports, { id, reference, status, at: instantOf(completedAt) });
    }
    return c.body(null, 204);
  });
  return app;
}

function instantOf(text: string | null | undefined): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
