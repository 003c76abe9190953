import type { Typed } from '../../../app/ports/drafts.ts';
import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import { seenControl, typedAnswer } from './typed-form.ts';

/** The terms of an offer in the controls of the form that answers it. A page whose required answers are all there counts as answered. */
export function typedTerms(form: Form, terms: Readonly<Record<string, unknown>>): Typed {
  const isKnown = ({ id, type }: Field) => terms[id] !== undefined && type !== 'file';
  const pages = form.pages.map(({ id, fields }) => {
    const known = fields.filter(isKnown);
    const isAnswered = known.length > 0 && fields.every((field) => !field.required || isKnown(field));
    const seen = isAnswered ? [[seenControl(id), ['1']] as const] : [];
    return [...known.flatMap((field) => typedAnswer(field, terms[field.id])), ...seen];
  });
  return Object.fromEntries(pages.flat());
}
