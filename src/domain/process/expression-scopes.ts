import { SIGNAL_FIELDS } from '../definition/engine-events.ts';
import type { FieldType, Form } from '../definition/form-schema.ts';
import type { Definition } from '../definition/schema.ts';
import { type ExpressionScope, type FormTypes, type ScopeVariable, scopeFor } from '../expression/scope-for.ts';

/** Variables that a definition's expressions see; `showIf` also sees `form`. */
const EVERYWHERE: readonly ScopeVariable[] = [
  'data',
  'party',
  'parties',
  'actor',
  'event',
  'fees',
  'offer',
  'bidding',
  'stage',
  'deadlines',
  'now',
  'today',
];

export interface KeyedScope {
  /** Equal for events that bring the same form. */
  readonly key: string;
  readonly scope: ExpressionScope;
}

/**
 * The scope in which an expression runs, by the event of its step: made from the definition's forms, so that a misspelt
 * field is an error. Scopes are made once for each form that events bring.
 */
export function expressionScopes(definition: Definition): (eventType: string) => KeyedScope {
  const dataForms = fieldTypes(definition.forms);
  const scopes = new Map<string, KeyedScope>();
  const keys = keysOf(definition);
  return (type) => {
    const key = keys.get(type) ?? '';
    const known = scopes.get(key);
    if (known) return known;
    const eventForm = SIGNAL_FIELDS[key] ?? dataForms[key] ?? {};
    const parts = {
      dataForms,
      partyForms: dataForms,
      fees: Object.keys(definition.fees),
      deadlines: Object.keys(definition.deadlines),
      eventForm,
      form: eventForm,
    };
    const made = { key, scope: scopeFor({ ...parts, variables: [...EVERYWHERE, 'form'] }) };
    scopes.set(key, made);
    return made;
  };
}

/** Event → what it brings: a form, or the fields of the engine's own signal. */
function keysOf({ events }: Definition): ReadonlyMap<string, string> {
  const keys = new Map(Object.keys(SIGNAL_FIELDS).map((type) => [type, type]));
  for (const [type, { form }] of Object.entries(events)) if (form) keys.set(type, form);
  return keys;
}

/** Form → field → type. */
export function fieldTypes(forms: Readonly<Record<string, Form>>): FormTypes {
  return Object.fromEntries(Object.entries(forms).map(([id, form]) => [id, typesOf(form)]));
}

function typesOf(form: Form): Record<string, FieldType> {
  return Object.fromEntries(form.pages.flatMap((page) => page.fields.map((field) => [field.id, field.type])));
}
