import type { FieldType } from '../definition/form-schema.ts';
import { FORBIDDEN_NAMES } from './forbidden-names.ts';
import {
  BOOL,
  DATE,
  INSTANT,
  INT,
  type RecordType,
  type ScopeField,
  type ScopeType,
  TEXT,
  TYPE_OF_FIELD,
} from './scope-type.ts';

/** Fields of one form: field id → kind. */
export type FieldTypes = Readonly<Record<string, FieldType>>;
/** Form id → its fields. */
export type FormTypes = Readonly<Record<string, FieldTypes>>;
export type ScopeVariable =
  | 'data'
  | 'party'
  | 'parties'
  | 'actor'
  | 'event'
  | 'fees'
  | 'offer'
  | 'bidding'
  | 'stage'
  | 'deadlines'
  | 'now'
  | 'today'
  | 'form';

export interface ScopeParts {
  /** Forms whose answers belong to the case: `data.<form>.<field>`. */
  readonly dataForms?: FormTypes;
  /** Forms whose answers belong to one party: `party.<form>.<field>`. */
  readonly partyForms?: FormTypes;
  /** Fields of the form that comes with the event: `event.<field>`. */
  readonly eventForm?: FieldTypes;
  /** Fields of the form being filled in: `form.<field>`, in a page's `showIf`. */
  readonly form?: FieldTypes;
  /** Ids of the definition's fees: `fees.<fee>.paid`. */
  readonly fees?: readonly string[];
  /** Names of the definition's deadlines: `deadlines.responseWindow`. */
  readonly deadlines?: readonly string[];
  /** What this expression may see. */
  readonly variables: readonly ScopeVariable[];
  /** A scope that has some of these variables already: they are taken from it, with all that was built for them. */
  readonly within?: ExpressionScope;
}

/** What an expression can see, and what each of it is. */
export interface ExpressionScope {
  readonly variables: RecordType;
  readonly within: ExpressionScope | undefined;
}

/** What a party always has, and when it was served; a form of the same name is hidden by these. */
export const PARTY_FIELDS: Readonly<Record<string, ScopeField>> = {
  id: given(TEXT),
  role: given(TEXT),
  name: given(TEXT),
  side: given(TEXT),
  state: maybe(TEXT),
  served: given(BOOL),
  servedOn: maybe(DATE),
  responded: given(BOOL),
  joined: given(BOOL),
  outsideProvince: given(BOOL),
  exhibitCount: given(INT),
};

const NOTHING_CHARGED = { charged: 0, paid: 0, waived: 0, outstanding: 0 };

/**
 * Declares what an expression may read, from plain shapes of the definition's forms and fees.
 * Build a scope once for each place of a definition: expressions compiled in one scope share its type declarations.
 *
 * @example
 * const scope = scopeFor({
 *   dataForms: { application: { amount: 'money', incidentOn: 'date' } },
 *   partyForms: { response: { position: 'choice' } },
 *   variables: ['data', 'party', 'now'],
 * });
 */
export function scopeFor(parts: ScopeParts): ExpressionScope {
  let known: RecordType | undefined;
  const party = () => {
    known ??= partyRecord(parts.partyForms ?? {});
    return known;
  };
  const makers: Record<ScopeVariable, () => ScopeType> = {
    data: () => record('data', formFields('data', parts.dataForms ?? {})),
    party,
    parties: () => ({ kind: 'records', of: party() }),
    actor: () => record('actor', { id: given(TEXT), role: given(TEXT), party: maybe(TEXT) }),
    event: () => record('event', { ...answerFields(parts.eventForm ?? {}), type: given(TEXT) }),
    fees: () => record('fees', feeFields(parts.fees ?? [])),
    offer: () =>
      record('offer', {
        open: given(BOOL),
        accepted: given(BOOL),
        expired: given(BOOL),
        amount: given(INT),
        terms: given(TEXT),
      }),
    bidding: () => record('bidding', { proposed: given(BOOL), open: given(BOOL), round: given(INT), bids: given(INT) }),
    stage: () => TEXT,
    deadlines: () =>
      record('deadlines', Object.fromEntries((parts.deadlines ?? []).map((name) => [name, maybe(DATE)]))),
    now: () => INSTANT,
    today: () => DATE,
    form: () => record('form', answerFields(parts.form ?? {})),
  };
  // What happens in a case happens by or to a party, or to the case alone: then there is no `party`.
  const declare = (name: ScopeVariable) => (name === 'party' ? maybe : given)(makers[name]());
  const { variables, within } = parts;
  const declared = variables.map((name) => [name, within?.variables.fields.get(name) ?? declare(name)] as const);
  return { variables: record('', Object.fromEntries(declared)), within };
}

function partyRecord(forms: FormTypes): RecordType {
  const own = formFields('party', forms);
  const answers = Object.fromEntries(
    Object.entries(own).map(([form, field]) => [form, { ...field, within: 'data' as const }]),
  );
  return record('party', { ...answers, ...PARTY_FIELDS });
}

function formFields(owner: string, forms: FormTypes): Record<string, ScopeField> {
  return Object.fromEntries(
    Object.entries(forms).map(([form, fields]) => [form, maybe(record(`${owner}.${form}`, answerFields(fields)))]),
  );
}

function answerFields(fields: FieldTypes): Record<string, ScopeField> {
  return Object.fromEntries(Object.entries(fields).map(([id, type]) => [id, maybe(TYPE_OF_FIELD[type])]));
}

function feeFields(fees: readonly string[]): Record<string, ScopeField> {
  const cents = { charged: given(INT), paid: given(INT), waived: given(INT), outstanding: given(INT) };
  // A fee that was never charged has no ledger yet: nothing charged, nothing outstanding, is the truth about it.
  return Object.fromEntries(
    fees.map((fee) => [fee, { ...given(record(`fees.${fee}`, cents)), otherwise: NOTHING_CHARGED }]),
  );
}

function record(label: string, fields: Record<string, ScopeField>): RecordType {
  return {
    kind: 'record',
    label,
    fields: new Map(Object.entries(fields).filter(([name]) => !FORBIDDEN_NAMES.has(name))),
  };
}

function given(type: ScopeType): ScopeField {
  return { type, optional: false };
}

function maybe(type: ScopeType): ScopeField {
  return { type, optional: true };
}
