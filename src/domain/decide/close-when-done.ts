import { dropAllDeadlines } from './deadlines.ts';
import { expireOffer } from './offers.ts';
import { closeAllTasks } from './tasks.ts';
import { change, type Turn } from './turn.ts';

/**
 * Closes a case whose chart has come to its end, once every other chart has come to rest too: nothing runs on in it, no
 * deadline, no task, no offer, no room.
 */
export function closeWhenDone(turn: Turn): void {
  if (!turn.theCase.chart.done || turn.theCase.status === 'closed') return;
  for (const offer of turn.theCase.offers) expireOffer(turn, offer.id);
  dropAllDeadlines(turn);
  closeAllTasks(turn);
  change(turn, { status: 'closed', closedAt: turn.at, room: 'closed' });
  turn.facts.push({ kind: 'CaseClosed', outcome: turn.theCase.outcome });
}
