import type { MembershipRole } from '../../src/domain/viewer.ts';
import type { Person } from './a-person.ts';

/** A server of whichever runtime, as suites that both must pass use it. */
export interface ServerUnderTest {
  readonly origin: string;
  /** What nobody foresaw, as the log would have it. */
  readonly errors: readonly unknown[];
  /** Makes an account with these roles, signed in. */
  signIn(name: string, roles?: readonly MembershipRole[]): Promise<Person>;
  /** Answers when all that is due has been done: deadlines, documents, mail. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}
export type StartUnderTest = () => Promise<ServerUnderTest>;
