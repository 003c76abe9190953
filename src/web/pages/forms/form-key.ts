import type { Ids } from '../../../app/ports/ids.ts';
import type { PageForm } from '../page-form.ts';

const KEY = /^[\w-]{20,100}$/;

/** The key that a form bears: what was sent with it, however often, is one request. A new one for a new form. */
export function formKey(sent: PageForm, ids: Pick<Ids, 'newSecret'>): string {
  const key = sent.text('_key');
  return KEY.test(key) ? key : ids.newSecret();
}
