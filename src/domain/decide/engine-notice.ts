import type { NoticeSent } from '../fact.ts';
import type { Party } from '../party.ts';
import { nextId, type Turn } from './turn.ts';

type Said = Pick<NoticeSent, 'notice' | 'subject' | 'body'> & Partial<Pick<NoticeSent, 'to' | 'channels' | 'audience'>>;

/** A notice of the engine's own, the same for every process: to a party by all its ways, unless something else is said. */
export function engineNotice(turn: Turn, { id, role, name, email, language }: Party, said: Said): NoticeSent {
  return {
    kind: 'NoticeSent',
    id: nextId(turn),
    template: 'notice',
    to: { party: id, role, name, ...(email ? { email } : {}) },
    channels: email ? ['portal', 'email'] : ['portal'],
    language,
    attach: [],
    deadlines: [],
    legal: false,
    audience: `party:${id}`,
    ...said,
  };
}
