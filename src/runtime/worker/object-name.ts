import type { DurableObjectState } from '@cloudflare/workers-types';

const KEY = 'name';

/** `<tribunal>/<registry>`: also where workerd wakes an object without saying what it was called. */
export function objectName({ id, storage }: Pick<DurableObjectState, 'id' | 'storage'>): readonly [string, string] {
  const kept = storage.kv.get<string>(KEY);
  if (id.name !== undefined && kept !== id.name) storage.kv.put(KEY, id.name);
  const [tribunal = '', registry = ''] = (id.name ?? kept ?? '').split('/');
  return [tribunal, registry];
}
