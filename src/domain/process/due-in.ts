import type { CaseFile } from '../case-file.ts';
import type { Deadline } from '../deadline.ts';
import { expiresAt } from '../time/expires-at.ts';

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
  const due: Due[] = [];
  for (const deadline of theCase.deadlines) addDue(due, deadline, until);
  return due.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Asked before each command, and most deadlines of most cases are far off: nothing is made or reckoned for those. */
function addDue(due: Due[], { id, name, party, dueAt, reminders }: Deadline, until: string): void {
  const common = () => ({ deadline: id, name, ...(party ? { party } : {}) });
  for (const { at, notice } of reminders) if (at <= until) due.push({ ...common(), at, notice });
  if (dueAt > until) return;
  const at = expiresAt(dueAt);
  if (at <= until) due.push({ ...common(), at });
}
