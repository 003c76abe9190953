import type { Action } from './definition/action-schema.ts';

/** Whether an order still has to be followed, and if not, why. */
export type OrderStanding = 'in-force' | 'cancelled' | 'satisfied' | 'replaced';

/** An order as its case remembers it. */
export interface KeptOrder {
  readonly id: string;
  /** Unknown of an order from before the case was moved to a definition that keeps them. */
  readonly order?: Extract<Action, { type: 'order' }>['order'];
  /** The chart that issued it: `case`, or a party's id. Unknown as above. */
  readonly chart?: string;
  readonly standing: OrderStanding;
}
