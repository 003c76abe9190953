import { type Duration, durations, type Ending } from '../../domain/texts/durations.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';

/** Of each registry: what has ended lately says more of the next case than what ended years ago. */
const ENDINGS_READ = 1_000;
/** A figure that moves by one case in a thousand need not be counted at every visit. */
const KEPT_MS = 60 * 60_000;

type HowLongPorts = Pick<Ports, 'registry'> & Pick<AuthPorts, 'wallClock'> & Wide;

/** How long cases of a process took, by how they ended. Empty while too few have. */
export type HowLong = (workflow: string) => Promise<readonly Duration[]>;

/**
 * Answers from the newest endings of all registries, which are read from an index at most once an hour. A registry that
 * cannot be reached is left out until then.
 */
export function howLong(ports: HowLongPorts): HowLong {
  const kept = new Map<string, { readonly at: number; readonly figures: Promise<readonly Duration[]> }>();
  return (workflow) => {
    const at = Date.parse(ports.wallClock.now());
    const known = kept.get(workflow);
    if (known && at - known.at < KEPT_MS) return known.figures;
    const figures = endingsEverywhere(ports, workflow).then(durations);
    kept.set(workflow, { at, figures });
    figures.catch(() => kept.delete(workflow));
    return figures;
  };
}

async function endingsEverywhere(ports: HowLongPorts, workflow: string): Promise<readonly Ending[]> {
  const others = ports.everywhere?.others() ?? [];
  const asked = await Promise.allSettled(others.map((desk) => desk.endings(workflow)));
  return [
    ...ownEndings(ports, workflow),
    ...asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
  ];
}

/** The newest endings of this registry. */
export function ownEndings({ registry }: Pick<Ports, 'registry'>, workflow: string): readonly Ending[] {
  return registry.read((reads) => reads.endings(workflow, ENDINGS_READ));
}
