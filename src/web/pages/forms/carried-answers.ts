import type { Typed } from '../../../app/ports/drafts.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import { draftEvent } from '../../../domain/definition/draft-event.ts';
import { answerOf } from '../../../domain/definition/explorer-answer.ts';
import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { readField } from '../../../domain/forms/field-answer.ts';
import { filledInByAnswers } from '../../../domain/forms/walk-explorer.ts';
import { answersGiven } from '../before-a-case/explore-address.ts';
import { carriedControl, seenControl, typedAnswer } from './typed-form.ts';

/** An answer from before the claim, as the claim takes it. */
export interface CarriedAnswer {
  readonly form: string;
  readonly field: Field;
  readonly value: unknown;
}

/** What the answers in an address or a form fill in; what does not fit the newest version is left out. */
export function carriedAnswers(
  definition: Definition,
  text: (name: string) => string | undefined,
): readonly CarriedAnswer[] {
  const { explorer, forms } = definition;
  if (!explorer) return [];
  return filledInByAnswers(explorer, answersGiven(explorer, text)).flatMap(({ form, field: id, value }) => {
    const field = named(forms, form)
      ?.pages.flatMap(({ fields }) => fields)
      .find((one) => one.id === id);
    const answer = field && answerOf(field, value);
    if (!field || answer === undefined || 'message' in readField(field, answer, [])) return [];
    return [{ form, field, value: answer }];
  });
}

/** Forms that the opener will fill in, begun with what is known: event → what stands in its controls. */
export function begunForms(
  definition: Definition,
  carried: readonly CarriedAnswer[],
): readonly { readonly event: string; readonly typed: Typed }[] {
  const opener = Object.entries(definition.roles).find(([, { kind }]) => kind === 'party')?.[0] ?? '';
  return Object.entries(definition.events).flatMap(([event, { by, scope, form: name = '' }]) => {
    const form = named(definition.forms, name);
    const those = carried.filter((one) => one.form === name);
    if (!form || those.length === 0 || scope !== 'case' || !by.includes(opener)) return [];
    return draftEvent(definition, event) === event ? [{ event, typed: typedInto(form, those) }] : [];
  });
}

/** A page whose required answers are all known counts as answered. */
function typedInto(form: Form, carried: readonly CarriedAnswer[]): Typed {
  const isCarried = ({ id }: Field) => carried.some(({ field }) => field.id === id);
  const pages = form.pages.filter(({ fields }) => fields.some(isCarried));
  return Object.fromEntries([
    ...carried.flatMap(({ field, value }) => typedAnswer(field, value)),
    ...pages.flatMap(({ id, fields }) => [
      [carriedControl(id), ['1']] as const,
      ...(fields.every((field) => !field.required || isCarried(field)) ? [[seenControl(id), ['1']] as const] : []),
    ]),
  ]);
}
