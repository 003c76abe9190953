import { z } from '@hono/zod-openapi';

export const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

const limitOr = (usual: number) =>
  z.coerce
    .number({ error: `Give a whole number from 1 to ${MAX_PAGE}.` })
    .int()
    .min(1)
    .max(MAX_PAGE)
    .default(usual)
    .openapi({ description: 'How many at most.' });
const cursor = z.string().max(500).optional().openapi({ description: '`next` of the page before.' });

/** Which slice of a list. */
export const pageQuery = z.object({ limit: limitOr(DEFAULT_PAGE), cursor });

/** The same of a list that is mostly read as a whole. */
export const shortListQuery = z.object({ limit: limitOr(MAX_PAGE), cursor });

/** A list, newest first; `next` is the cursor of the page that follows, or null. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}
