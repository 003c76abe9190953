import { named } from '../definition/definition-view.ts';
import type { Form } from '../definition/form-schema.ts';
import { oncePer } from '../definition/once-per.ts';
import type { Definition } from '../definition/schema.ts';
import { offerForm } from './offer-form.ts';

/** What of an offer still says something once all have agreed: how long it stood does not. Made once for each definition. */
export const agreedForm = oncePer((definition: Definition): Form => {
  const { events, deadlines } = definition;
  const bases = Object.values(events).map(({ offer }) => named(deadlines, offer?.deadline ?? '')?.basis ?? '');
  const dates = new Set(bases.flatMap((basis) => [...basis.matchAll(/\bevent\.(\w+)/g)].map(([, field]) => field)));
  const form = offerForm(definition);
  return {
    ...form,
    pages: form.pages.map((page) => ({ ...page, fields: page.fields.filter(({ id }) => !dates.has(id)) })),
  };
});
