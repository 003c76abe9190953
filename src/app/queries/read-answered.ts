import type { EventRule } from '../../domain/definition/event-schema.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { whatIsAnswered } from '../what-is-answered.ts';
import { caseFor } from './case-for.ts';

/** What an event would answer now: a form says it, so that nobody agrees to what they have not seen. */
export function readAnswered(
  ports: Pick<Ports, 'registry' | 'ids' | 'clock' | 'processOf'>,
  viewer: Viewer,
  caseId: string,
  rule: EventRule,
): string | undefined {
  return ports.registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    return caseFile && whatIsAnswered(ports, viewer, caseFile, rule);
  });
}
