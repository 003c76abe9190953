import { named } from '../definition/definition-view.ts';
import type { Field, Form } from '../definition/form-schema.ts';
import type { Definition } from '../definition/schema.ts';

/** Every question that an offer can answer: those of all forms with which offers are made. */
export function offerForm({ events, forms }: Definition): Form {
  const asked = Object.values(events).filter(({ offer, bidding }) => offer || bidding === 'propose');
  const fields = new Map<string, Field>();
  for (const { form } of asked)
    for (const field of (form && named(forms, form)?.pages.flatMap((page) => page.fields)) || [])
      if (!fields.has(field.id)) fields.set(field.id, field);
  return { title: {}, pages: [{ id: 'offer', fields: [...fields.values()] }] };
}
