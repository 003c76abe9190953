import { may } from '../domain/access/authority.ts';
import { type HelpRequest, helpRequestsOf } from '../domain/access/roles-in-case.ts';
import type { Command } from '../domain/command.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Viewer } from '../domain/viewer.ts';
import { decideAndSave } from './decide-and-save.ts';
import { type Idempotency, once } from './idempotency.ts';
import type { Ports } from './ports/ports.ts';

export interface HelpAnswer {
  /** The supporter that they were invited as. */
  readonly request: string;
  readonly answer: 'accept' | 'decline';
}

/**
 * Accepts or declines to act for a party or help it: until then the case is closed to whom it was sent. Answers whether
 * they are in the case now, a refusal with its reason, or nothing when there is no such request for them.
 */
export function answerHelpRequest(
  ports: Ports,
  viewer: Viewer,
  caseId: string,
  { request: id, answer }: HelpAnswer,
  idempotency?: Idempotency,
): Promise<{ readonly isIn: boolean } | Refusal | undefined> {
  if (viewer.kind === 'stranger') return Promise.resolve(undefined);
  return ports.registry.commit((tx) => {
    const theCase = tx.caseFile(caseId);
    if (!theCase) return undefined;
    const request = helpRequestsOf(viewer, theCase).find(({ supporter }) => supporter.id === id);
    // The same request once more finds no invitation any more, and gets its answer all the same.
    const moved = once(ports, tx, viewer.userId, idempotency, 200, () => {
      if (!request || !may(viewer, 'help.answer', theCase)) return refuse('UnknownParty', { supporter: id });
      const decided = decideAndSave(ports, tx, caseId, commandFor(viewer.userId, request, answer));
      return isRefusal(decided) ? decided : (tx.caseFile(caseId) ?? theCase);
    });
    if (isRefusal(moved)) return request || moved.refused !== 'UnknownParty' ? moved : undefined;
    return { isIn: answer === 'accept' };
  });
}

function commandFor(userId: string, { party, supporter }: HelpRequest, answer: HelpAnswer['answer']): Command {
  const { id, capacity } = supporter;
  const actor = { kind: 'person', userId, role: party.role, party: party.id, capacity } as const;
  return answer === 'accept'
    ? { kind: 'join', actor, party: party.id, supporter: id, userId }
    : { kind: 'stepBack', actor, party: party.id, supporter: id };
}
