import { z } from '@hono/zod-openapi';
import { PROBLEMS } from './problems.ts';

const REASONS = Object.keys(PROBLEMS) as [string, ...string[]];

/** RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string().openapi({
      description: 'Where this kind of problem is explained; relative to this server.',
      example: '/problems/NotFound',
    }),
    title: z.string().openapi({ example: 'There is nothing here that you may see.' }),
    status: z.number().int().openapi({ example: 404 }),
    detail: z.string(),
    reason: z.enum(REASONS).openapi({ description: 'Of a closed set; programs go by it.' }),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Fields, and what is wrong with each.' }),
    facts: z.record(z.string(), z.unknown()).optional().openapi({ description: 'What the reason is about.' }),
  })
  .openapi('Problem');
