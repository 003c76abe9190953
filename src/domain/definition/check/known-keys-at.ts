import { z } from 'zod';

/**
 * The keys that a schema knows at a path: of an object its own, of a union those of every form it can have.
 *
 * @example knownKeysAt(definitionSchema, ['events', 'FILE_RESPONSE']) // ['title', 'hint', 'by', …]
 */
export function knownKeysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let forms = formsOf(schema);
  for (const step of path) forms = forms.flatMap((form) => below(form, step)).flatMap(formsOf);
  return [...new Set(forms.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))];
}

/** A schema without what wraps it; a union as all its options. */
function formsOf(schema: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return formsOf(schema.unwrap());
  }
  if (schema instanceof z.ZodLazy) return formsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  return schema instanceof z.ZodType ? [schema] : [];
}

function below(form: z.ZodType, step: string | number): unknown[] {
  if (form instanceof z.ZodObject) return Object.hasOwn(form.shape, step) ? [form.shape[step]] : [];
  if (form instanceof z.ZodRecord) return [form.valueType];
  return form instanceof z.ZodArray ? [form.element] : [];
}
