import type { CaseFile } from './case-file.ts';
import { EXPIRY_GRACE_MS } from './time/expires-at.ts';
import { utcInstant } from './utc-instant.ts';

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
  return theCase.deadlines
    .flatMap((deadline): Due[] => {
      const { id, name, party } = deadline;
      const common = { deadline: id, name, ...(party ? { party } : {}) };
      const expiry = { ...common, at: expiryOf(deadline.dueAt) };
      return [...deadline.reminders.map(({ at, notice }) => ({ ...common, at, notice })), expiry];
    })
    .filter((due) => due.at <= until)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function expiryOf(dueAt: string): string {
  return utcInstant(new Date(Date.parse(dueAt) + EXPIRY_GRACE_MS).toISOString());
}
