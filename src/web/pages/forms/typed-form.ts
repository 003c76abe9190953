import type { Typed } from '../../../app/ports/drafts.ts';
import type { Field } from '../../../domain/definition/form-schema.ts';
import { ADDRESS_LINES } from '../../../domain/forms/field-answer.ts';
import type { PageForm } from '../page-form.ts';
import { DATE_PARTS } from './date-field.tsx';
import { keptControl } from './kept-control.ts';
import type { TakenFiles } from './take-files.ts';

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

/** An answer as somebody would have typed it: its controls and their texts. */
export function typedAnswer({ id, type }: Field, value: unknown): readonly (readonly [string, readonly string[]])[] {
  if (type === 'yesno') return [[id, [value === true ? 'yes' : 'no']]];
  if (type === 'money') return [[id, [(Number(value) / 100).toFixed(2)]]];
  if (type === 'choices') return [[id, (value as readonly unknown[]).map(String)]];
  if (type !== 'date') return [[id, [String(value)]]];
  const [year = '', month = '', day = ''] = String(value).split('-');
  const parts: Readonly<Record<string, string>> = { day, month, year };
  return DATE_PARTS.map((part) => [`${id}.${part}`, [parts[part] ?? '']] as const);
}

/** The names of the controls in which a field is answered. */
export function controlsOf({ id, type }: Field): readonly string[] {
  if (type === 'address') return ADDRESS_LINES.map((line) => `${id}.${line}`);
  if (type === 'date') return DATE_PARTS.map((part) => `${id}.${part}`);
  return type === 'file' ? [keptControl(id)] : [id];
}

/** Noted with the answers of a page once it was sent: what is optional and left empty was still answered. */
export function seenControl(page: string): string {
  return `_seen.${page}`;
}

/** Noted with answers that somebody gave before the case was opened; gone as soon as they send the page themself. */
export function carriedControl(page: string): string {
  return `_carried.${page}`;
}

/** What was sent for these fields, as a draft keeps it; of files the ids under which they lie in the case. */
export function typedIn(fields: readonly Field[], sent: PageForm, files: Pick<TakenFiles, 'ids'>): Typed {
  const typed = fields.flatMap((field) =>
    controlsOf(field).map(
      (name) => [name, field.type === 'file' ? [...(files.ids.get(field.id) ?? [])] : sent.texts(name)] as const,
    ),
  );
  return Object.fromEntries(typed.filter(([, texts]) => texts.some(Boolean)));
}
