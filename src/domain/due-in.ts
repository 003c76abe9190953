import type { CaseFile } from './case-file.ts';
import type { Deadline } from './deadline.ts';
import { EXPIRY_GRACE_MS } from './time/expires-at.ts';

/** Something of a case whose time has come. */
export interface Due {
  /** When it happens: a deadline, when its stated minute has ended. */
  readonly at: string;
  readonly deadline: string;
  readonly name: string;
  readonly party?: string;
  /** A reminder's notice; absent: the deadline itself expires. */
  readonly notice?: string;
}

/** What is due in a case up to an instant (UTC), earliest first; a reminder before a deadline of the same moment. */
export function dueIn(theCase: CaseFile, until: string): Due[] {
  const statedUntil = shifted(until, -EXPIRY_GRACE_MS);
  return theCase.deadlines
    .flatMap((deadline) => dueOf(deadline, until, statedUntil))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Most deadlines of most cases are far off: nothing is made for those. */
function dueOf({ id, name, party, dueAt, reminders }: Deadline, until: string, statedUntil: string): Due[] {
  const common = { deadline: id, name, ...(party ? { party } : {}) };
  const due: Due[] = reminders.filter(({ at }) => at <= until).map(({ at, notice }) => ({ ...common, at, notice }));
  if (dueAt <= statedUntil) due.push({ ...common, at: shifted(dueAt, EXPIRY_GRACE_MS) });
  return due;
}

function shifted(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
