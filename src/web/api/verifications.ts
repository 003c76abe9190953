import { OpenAPIHono, z } from '@hono/zod-openapi';
import { verifyOrderEverywhere } from '../../app/registries/verify-order-everywhere.ts';
import { rateLimitedFor } from '../limits/rate-limited.ts';
import { unlisted } from '../pages/invitation/unlisted.ts';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { centsSchema, dateSchema, idSchema, instantSchema, languageSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { standingShape } from './schemas/standing-shape.ts';

const MAX_CODE = 100;

const codeParams = z.strictObject({
  code: z
    .string()
    .max(MAX_CODE)
    .openapi({ param: { name: 'code', in: 'path' }, example: '7K3M-9Q2X-4VBC-8H5T' }),
});

const verificationSchema = z
  .strictObject({
    code: z.string(),
    order: z.enum(['default', 'final', 'non-compliance', 'consent']),
    title: z.string().openapi({ description: 'Of the paper, in its own language.' }),
    language: languageSchema,
    workflow: z.string(),
    reference: z.string(),
    issuedOn: dateSchema,
    issuedAt: instantSchema,
    parties: z.array(z.strictObject({ role: z.string(), initials: z.string() })),
    amount: centsSchema.optional(),
    currency: z.string(),
    ...standingShape,
    sha256: z.string().nullable().openapi({ description: 'Of the PDF, as hexadecimal digits; null while it is made.' }),
    size: z.number().int().nullable(),
    decision: idSchema.nullable().openapi({ description: 'The published decision on the same paper.' }),
  })
  .openapi('Verification');

/** Whether an order is the tribunal's, and still stands: for whoever holds its paper. */
export function verificationRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  route(
    app,
    {
      method: 'get',
      path: '/verifications/{code}',
      name: 'verifyOrder',
      group: 'Public register',
      summary: 'Check an order by the code on its paper',
      description:
        'Open to everyone who holds the code. Says whether the order still stands; people stand there by their initials. Compare the SHA-256 of a PDF with the one given. A code that was mistyped and one that no order bears are answered alike.',
      access: 'anyone',
      params: codeParams,
      middleware: [unlisted, rateLimitedFor(ports, 'signIn')],
      answers: { 200: jsonAnswer('The order.', verificationSchema) },
      problems: ['NotFound'],
    },
    async (c, { params: { code } }) => {
      const found = await verifyOrderEverywhere(ports, code);
      return found ? c.json(found) : problem(c, 'NotFound');
    },
  );
  return app;
}
