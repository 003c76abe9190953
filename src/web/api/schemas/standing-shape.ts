import { z } from '@hono/zod-openapi';
import { instantSchema } from './common.ts';

/** Whether an order, or the decision on its paper, still stands. */
export const standingShape = {
  standing: z.enum(['in-force', 'cancelled', 'satisfied', 'replaced']),
  standingAt: instantSchema.nullable().openapi({ description: 'When it ended being in force.' }),
};
