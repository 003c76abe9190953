import { audiencesOf } from '../../domain/access/audiences-of.ts';
import type { EventRule } from '../../domain/definition/event-schema.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { whatIsAnswered } from '../what-is-answered.ts';
import { caseFor } from './case-for.ts';

/** What an event would answer now: a form says it, so that nobody agrees to what they have not seen. Nothing outside the room. */
export function readAnswered(
  { registry, ids }: Pick<Ports, 'registry' | 'ids'>,
  viewer: Viewer,
  caseId: string,
  rule: Pick<EventRule, 'offer' | 'bidding'>,
): string | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    return caseFile && audiencesOf(viewer, caseFile).includes('room') ? whatIsAnswered(ids, caseFile, rule) : undefined;
  });
}
