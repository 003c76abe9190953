import type { OutboxWorld } from '../an-outbox.ts';

export function partiesOf({ parley }: OutboxWorld, caseId: string) {
  return parley.ports.registry.read((reads) => reads.caseFile(caseId))?.parties ?? [];
}

/** The work that waits for somebody in a case. */
export function tasksOf({ parley }: OutboxWorld, caseId: string) {
  return parley.ports.registry.read((reads) => reads.caseFile(caseId))?.tasks.map(({ task }) => task) ?? [];
}

/** How the mail stands by which the respondent is told of the claim. */
export function emailOf(world: OutboxWorld, caseId: string) {
  const notice = world.notices(caseId).find((one) => one.notice === 'dispute-notice');
  return notice?.deliveries.find(({ channel }) => channel === 'email');
}
