import { z } from '@hono/zod-openapi';

/** One thing wrong with a definition. */
export const problemOfDefinitionSchema = z
  .strictObject({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    path: z.string().openapi({ description: 'JSON pointer to the place.', example: '/events/FILE_RESPONSE/by/0' }),
    message: z.string(),
    fix: z.string().openapi({ description: 'What to do.' }),
  })
  .openapi('DefinitionProblem');
