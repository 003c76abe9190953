import { z } from 'zod';
import { MEMBERSHIP_ROLES } from '../../domain/viewer.ts';

const rowSchema = z.strictObject({
  rowid: z.int(),
  values: z.array(z.union([z.string(), z.number(), z.null()])),
});

/** What an operator may send, by what it asks for. */
export const operatorSchemas = {
  roles: z.strictObject({ email: z.email(), roles: z.array(z.enum(MEMBERSHIP_ROLES)) }),
  token: z.strictObject({ email: z.email() }),
  registry: z.strictObject({ id: z.string(), beside: z.boolean().default(false) }),
  rewind: z.strictObject({ bookmark: z.string().min(1).max(200) }),
  begin: z.strictObject({ source: z.string().min(1).max(200), schema: z.int() }),
  rows: z.strictObject({
    table: z.string(),
    after: z.int(),
    columns: z.array(z.string()),
    rows: z.array(rowSchema),
  }),
  finish: z.strictObject({ counts: z.record(z.string(), z.int()) }),
};
