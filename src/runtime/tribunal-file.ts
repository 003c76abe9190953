import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { textSchema } from '../domain/definition/text-schema.ts';

const tribunalSchema = z.strictObject({
  name: textSchema,
  address: textSchema.default({}),
  /** Whom people write to; what mail is sent from. */
  contact: z.email(),
});
/** What the tribunal calls itself, and whom people write to. */
export type TribunalNames = z.infer<typeof tribunalSchema>;

/**
 * The tribunal in a file of the data folder; undefined when there is none.
 *
 * @throws with what to write when the file is not as it should be.
 */
export function readTribunalFile(file: string): TribunalNames | undefined {
  if (!existsSync(file)) return undefined;
  const read = tribunalSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(
    `${file} must be like {"name": {"en": "…"}, "address": {"en": "…"}, "contact": "registry@example.org"}; ` +
      read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; '),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
