import type { Typed } from '../../app/ports/drafts.ts';
import type { Field } from '../../domain/definition/form-schema.ts';
import { ADDRESS_LINES } from '../../domain/field-answer.ts';
import { DATE_PARTS } from './date-field.tsx';
import type { PageForm } from './page-form.ts';

/** What was typed and kept, as if a browser had just sent it. */
export function typedForm(typed: Typed): PageForm {
  const texts = (name: string) => [...(typed[name] ?? [])];
  return {
    text: (name) => texts(name)[0] ?? '',
    texts,
    files: () => [],
    all: Object.entries(typed).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  };
}

/** The names of the controls in which a field is answered. */
export function controlsOf({ id, type }: Field): readonly string[] {
  if (type === 'address') return ADDRESS_LINES.map((line) => `${id}.${line}`);
  if (type === 'date') return DATE_PARTS.map((part) => `${id}.${part}`);
  return type === 'file' ? [keptControl(id)] : [id];
}

/** Where the ids of files that were uploaded for a field are kept. */
export function keptControl(field: string): string {
  return `${field}.kept`;
}

/** Noted with the answers of a page once it was sent: what is optional and left empty was still answered. */
export function seenControl(page: string): string {
  return `_seen.${page}`;
}
