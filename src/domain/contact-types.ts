import type { FieldType } from './definition/form-schema.ts';

/** Ways to find someone: for themself, who supports them, and the tribunal, unless the definition says `access: "case"`. */
export const CONTACT_TYPES: readonly FieldType[] = ['address', 'email', 'phone'];
