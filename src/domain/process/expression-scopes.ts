import { SIGNAL_FIELDS } from '../definition/engine-events.ts';
import type { FieldType, Form } from '../definition/form-schema.ts';
import { oncePer } from '../definition/once-per.ts';
import type { Definition } from '../definition/schema.ts';
import { type ExpressionScope, type FormTypes, type ScopeVariable, scopeFor } from '../expression/scope-for.ts';

const PEOPLE_AND_ANSWERS = ['data', 'party', 'parties', 'actor'] as const;
const CIRCUMSTANCES = ['fees', 'offer', 'bidding', 'stage', 'deadlines', 'now', 'today'] as const;

/** Variables that are the same in every step and on every page. */
const COMMON: readonly ScopeVariable[] = [...PEOPLE_AND_ANSWERS, ...CIRCUMSTANCES];
const IN_STEPS: readonly ScopeVariable[] = [...PEOPLE_AND_ANSWERS, 'event', ...CIRCUMSTANCES, 'form'];
const ON_PAGES: readonly ScopeVariable[] = [...COMMON, 'form'];

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
  const forms = fieldTypes(definition.forms);
  const within = commonScope(definition);
  const scopes = new Map<string, KeyedScope>();
  const keys = keysOf(definition);
  return (type) => {
    const key = keys.get(type) ?? '';
    const known = scopes.get(key);
    if (known) return known;
    const form = SIGNAL_FIELDS[key] ?? forms[key] ?? {};
    const made = { key, scope: scopeFor({ eventForm: form, form, variables: IN_STEPS, within }) };
    scopes.set(key, made);
    return made;
  };
}

/** The scope of the pages of each form: their `showIf` sees the answers so far. */
export function pageScopes(definition: Definition): (form: string) => ExpressionScope {
  const forms = fieldTypes(definition.forms);
  const within = commonScope(definition);
  const scopes = new Map<string, ExpressionScope>();
  return (name) => {
    const scope = scopes.get(name) ?? scopeFor({ form: forms[name] ?? {}, variables: ON_PAGES, within });
    scopes.set(name, scope);
    return scope;
  };
}

/** What all scopes of a definition share. */
const commonScope = oncePer((definition: Definition): ExpressionScope => {
  const forms = fieldTypes(definition.forms);
  return scopeFor({
    dataForms: forms,
    partyForms: forms,
    fees: Object.keys(definition.fees),
    deadlines: Object.keys(definition.deadlines),
    variables: COMMON,
  });
});

/** Event → what it brings: a form, or the fields of the engine's own signal. */
function keysOf({ events }: Definition): ReadonlyMap<string, string> {
  const keys = new Map(Object.keys(SIGNAL_FIELDS).map((type) => [type, type]));
  for (const [type, { form }] of Object.entries(events)) if (form) keys.set(type, form);
  return keys;
}

/** Form → field → type. */
function fieldTypes(forms: Readonly<Record<string, Form>>): FormTypes {
  return Object.fromEntries(Object.entries(forms).map(([id, form]) => [id, typesOf(form)]));
}

function typesOf(form: Form): Record<string, FieldType> {
  return Object.fromEntries(form.pages.flatMap((page) => page.fields.map((field) => [field.id, field.type])));
}
