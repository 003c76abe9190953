import type { DurableObjectStorage } from '@cloudflare/workers-types';

/** What an operator is doing with a registry; kept beside its database, in the same transactions. */
export type ObjectState =
  | { readonly kind: 'open' }
  /** It can be read, and nothing is written: it is being copied, or has moved away. */
  | { readonly kind: 'frozen' }
  /** Rows are coming in; it serves nobody. */
  | {
      readonly kind: 'importing';
      /** Tells the import that is under way from another. */
      readonly source: string;
      /** The last row that came in. */
      readonly table: string;
      readonly after: number;
    };

type Storage = Pick<DurableObjectStorage, 'kv'>;

const KEY = 'state';

export function objectState({ kv }: Storage): ObjectState {
  return kv.get<ObjectState>(KEY) ?? { kind: 'open' };
}

export function setObjectState({ kv }: Storage, state: ObjectState): void {
  kv.put(KEY, state);
}
