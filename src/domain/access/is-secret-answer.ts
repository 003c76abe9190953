import type { CaseFile } from '../case-file.ts';
import { CONTACT_TYPES } from '../contact-types.ts';
import type { Field } from '../definition/form-schema.ts';
import type { Definition } from '../definition/schema.ts';
import { partyRolesThatGive } from '../forms/form-givers.ts';
import type { Party } from '../party.ts';

/** An answer of a form: that party's own, or of the case where there is none. */
interface AnswerOf {
  readonly form: string;
  readonly field: Field;
  readonly party?: Party | undefined;
}

/**
 * Whether an answer tells how to find someone who keeps that secret. Of a form about the whole case nobody noted who gave
 * it: there it may be any protected party whose role can have done so, unless the definition opens the field to the case.
 */
export function isSecretAnswer(
  definition: Definition,
  { parties }: Pick<CaseFile, 'parties'>,
  { form, field, party }: AnswerOf,
): boolean {
  if (!CONTACT_TYPES.includes(field.type)) return false;
  if (party) return party.isProtected === true;
  if (field.access === 'case') return false;
  const givers = partyRolesThatGive(definition, form);
  return parties.some(({ role, isProtected }) => isProtected && (givers.size !== 1 || givers.has(role)));
}
