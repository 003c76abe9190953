import { roomPath } from '../room/room-path.ts';
import type { ActModel } from './act-model.ts';

/** The page from which one came to do this, and to which one goes back: the talks, or the case. */
export function backFrom({ theCase: { id }, isInTalks }: Pick<ActModel, 'theCase' | 'isInTalks'>): string {
  return isInTalks ? roomPath(id) : `/cases/${encodeURIComponent(id)}`;
}
