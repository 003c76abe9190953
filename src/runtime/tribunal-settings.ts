import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RegistryReads } from '../app/ports/registry.ts';
import { textSchema } from '../domain/definition/text-schema.ts';
import type { Tribunal } from '../domain/process.ts';

const SETTING = 'tribunal';

const tribunalSchema = z.strictObject({
  name: textSchema,
  address: textSchema.default({}),
  /** Whom people write to; what mail is sent from. */
  contact: z.email(),
});
export type TribunalSettings = z.infer<typeof tribunalSchema>;

const UNNAMED: TribunalSettings = {
  name: { en: 'Online Tribunal', fr: 'Tribunal en ligne' },
  address: {},
  contact: 'registry@tribunal.example',
};

/** What the tribunal calls itself, as the registry has it, under the address at which it is served. */
export function tribunalOf(reads: Pick<RegistryReads, 'setting'>, origin: string): Tribunal {
  const stored = tribunalSchema.safeParse(reads.setting(SETTING));
  return { ...(stored.success ? stored.data : UNNAMED), origin };
}

/** Keeps the tribunal's name, address and contact. */
export function keepTribunal(tx: { putSetting(name: string, value: unknown): void }, tribunal: TribunalSettings): void {
  tx.putSetting(SETTING, tribunal);
}

/**
 * The tribunal in a file of the data folder; undefined when there is none.
 *
 * @throws with what to write when the file is not as it should be.
 */
export function readTribunalFile(file: string): TribunalSettings | undefined {
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
