import type { FormSchema } from '../../domain/forms/form-json-schema.ts';
import type { DeadlineView } from '../case-view.ts';

/** Something the viewer can do now. */
export interface ActionView {
  readonly event: string;
  readonly title: string;
  readonly hint?: string;
  readonly scope: 'case' | 'party';
  /** The party that the event is about: to be sent with it. */
  readonly party?: string;
  readonly form: FormSchema;
  /** Charged when it is done. */
  readonly fee?: FeeView;
  /** Charged before, and not paid yet: what paying it comes to. */
  readonly owed?: Omit<FeeView, 'bands'>;
  readonly confirm?: string;
  /** Only for who has just signed in. */
  readonly stepUp?: true;
  /** Which offer, or which round of bidding, it answers: sent with it, so that no other is agreed to unseen. */
  readonly answering?: string;
  /** What it does to the evidence of the party. */
  readonly exhibit?: 'add' | 'replace' | 'describe' | 'withdraw';
  /** What runs out unless something like this is done. */
  readonly deadline?: DeadlineView;
}

/** A fee before it is charged. Cents. */
export interface FeeView {
  readonly name: string;
  /** What it comes to by what is known now. */
  readonly amount: number;
  readonly currency: string;
  /** Where answers decide: the last of these whose condition holds when it is done sets the amount instead. */
  readonly bands?: readonly { readonly if: string; readonly amount: number }[];
}
