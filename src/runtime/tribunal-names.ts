import { z } from 'zod';
import type { Registry } from '../app/ports/registry.ts';
import { textSchema } from '../domain/definition/text-schema.ts';
import type { Tribunal } from '../domain/process/process.ts';
import { ownThemeSchema } from '../web/assets/theme.ts';
import { lastTribunal } from './kept-tribunal.ts';

export const tribunalNamesSchema = z.strictObject({
  name: textSchema,
  address: textSchema.default({}),
  /** Whom people write to; what mail is sent from. */
  contact: z.email(),
  /** What its pages look like, where that differs from `DEFAULT_THEME`. */
  theme: ownThemeSchema.optional(),
});
/** What the tribunal calls itself, and whom people write to. */
export type TribunalNames = z.infer<typeof tribunalNamesSchema>;

const UNNAMED: TribunalNames = {
  name: { en: 'Online Tribunal', fr: 'Tribunal en ligne' },
  address: {},
  contact: 'registry@tribunal.example',
};

/**
 * The tribunal of a registry, as it is called now.
 *
 * @param named what the operator says that it is called; else as it was called last
 * @param origin the address that people open; else the last one known: for programs that send nothing
 */
export function tribunalOf(registry: Registry, named: TribunalNames | undefined, origin: string | undefined): Tribunal {
  const last = registry.read(lastTribunal);
  const { name, address, contact } = named ?? last ?? UNNAMED;
  return { name, address, contact, origin: origin ?? last?.origin ?? '' };
}
