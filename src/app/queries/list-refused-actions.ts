import type { CaseFile } from '../../domain/case-file.ts';
import { chartsOf } from '../../domain/decide/available.ts';
import { machineOf } from '../../domain/decide/run-charts.ts';
import { chartOf } from '../../domain/decide/turn.ts';
import type { Process } from '../../domain/process/process.ts';
import { handles } from '../../domain/statechart.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { caseFor } from './case-for.ts';
import { type Attempt, type Tried, triedEvents } from './tried-events.ts';

/** Things that the viewer may do, but not now, for one and the same reason. */
export interface RefusedActions {
  /** What the definition calls them. */
  readonly titles: readonly string[];
  /** Why not, in the definition's words. */
  readonly why: string;
}

/**
 * What the viewer's roles let them do where the case stands, but what is refused now, as far as the definition says why.
 * What it says tells nobody what they may not know: the checker holds it to that (`check/rules/refusals.ts`).
 */
export function listRefusedActions(
  { registry, clock, processOf }: Pick<Ports, 'registry' | 'clock' | 'processOf'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly RefusedActions[] {
  return registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return [];
    return refusedActions(processOf(theCase.workflow), theCase, viewer, clock.now(), language);
  });
}

/** The same of a case as it stands. */
export function refusedActions(
  process: Process,
  theCase: CaseFile,
  viewer: Extract<Viewer, { kind: 'user' }>,
  at: string,
  language: string,
): readonly RefusedActions[] {
  const tried = triedEvents(process, theCase, viewer, at);
  const offered = new Set(tried.filter(({ refusal }) => !refusal).map(({ type }) => type));
  const refused = tried.filter((one) => !offered.has(one.type) && isOfTheMoment(process, theCase, one));
  return byReason(refused, language);
}

/** Whether the charts that hear of it would react to it where they are. */
function isOfTheMoment(process: Process, theCase: CaseFile, { type, rule, party }: Attempt): boolean {
  return chartsOf(theCase, rule, party).every((chart) => {
    const state = chartOf(theCase, chart);
    return state !== undefined && !state.done && handles(machineOf({ process, theCase }, chart), state, type);
  });
}

function byReason(refused: readonly Tried[], language: string): RefusedActions[] {
  const reasons = new Map<string, Set<string>>();
  for (const { type, rule, refusal } of refused) {
    const why = textIn(refusal?.says, language);
    if (why) reasons.set(why, (reasons.get(why) ?? new Set()).add(textIn(rule.title, language) || type));
  }
  return [...reasons].map(([why, titles]) => ({ why, titles: [...titles] }));
}
