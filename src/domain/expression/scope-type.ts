import type { FieldType } from '../definition/form-schema.ts';

/**
 * What a value is to an expression. Dates are texts `YYYY-MM-DD` (so `<` and `==` order them rightly) that are known to be
 * dates; money is whole cents; `number` may have decimals; `instant` is `now`, of use to `days` and `workingDays` alone.
 */
export type ScopeType = SimpleType | RecordType | RecordListType;

export interface SimpleType {
  readonly kind: 'text' | 'date' | 'bool' | 'int' | 'double' | 'instant' | 'texts' | 'address';
}

/** Named fields: a form's answers, a party, a fee, all the forms. */
export interface RecordType {
  readonly kind: 'record';
  /** How sentences call it: `data.response`, `party`. */
  readonly label: string;
  readonly fields: ReadonlyMap<string, ScopeField>;
}

export interface RecordListType {
  readonly kind: 'records';
  readonly of: RecordType;
}

export interface ScopeField {
  readonly type: ScopeType;
  /** May be absent: a form not filled in, an answer not given, a service that has not happened. */
  readonly optional: boolean;
  /** The input holds it under this key (a party's answers are in `data`) rather than directly. */
  readonly within?: 'data';
  /** What stands for it when the input holds nothing. */
  readonly otherwise?: unknown;
}

export const TEXT: SimpleType = { kind: 'text' };
export const DATE: SimpleType = { kind: 'date' };
export const BOOL: SimpleType = { kind: 'bool' };
export const INT: SimpleType = { kind: 'int' };
export const INSTANT: SimpleType = { kind: 'instant' };
export const TEXTS: SimpleType = { kind: 'texts' };

/** What each kind of form field is to an expression. */
export const TYPE_OF_FIELD: Readonly<Record<FieldType, SimpleType>> = {
  text: TEXT,
  longtext: TEXT,
  number: { kind: 'double' },
  money: INT,
  date: DATE,
  yesno: BOOL,
  choice: TEXT,
  choices: TEXTS,
  email: TEXT,
  phone: TEXT,
  address: { kind: 'address' },
  file: TEXTS,
  party: TEXT,
};
