import { fireDue } from './decide-and-save.ts';
import type { Ports } from './ports/ports.ts';

/** Cases handled in one go; each stands in the group commit on its own, so that one that fails holds up no other. */
const CASES_AT_ONCE = 256;

/**
 * Makes due deadlines and reminders happen, earliest first, up to `limit` cases. Answers how many things happened; fewer
 * than were due when more wait: call again. A case whose process cannot go on is reported and does not stop the rest.
 */
export async function runDueDeadlines(
  ports: Pick<Ports, 'registry' | 'clock' | 'ids' | 'processOf'>,
  limit = CASES_AT_ONCE,
  report: (error: unknown) => void = () => {},
): Promise<number> {
  const now = ports.clock.now();
  const due = ports.registry.read((reads) => reads.due(now, limit));
  const cases = [...new Set(due.map(({ caseId }) => caseId))];
  const fired = await Promise.all(
    cases.map((caseId) =>
      ports.registry
        .commit((tx) => fireDue(ports, tx, caseId))
        .catch((error: unknown) => {
          report(error);
          return 0;
        }),
    ),
  );
  return fired.reduce((sum, count) => sum + count, 0);
}
