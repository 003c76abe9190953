import type { z } from '@hono/zod-openapi';

/** An answer in JSON. */
export function jsonAnswer(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}
