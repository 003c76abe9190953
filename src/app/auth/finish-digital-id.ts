import type { Viewer } from '../../domain/viewer.ts';
import type { DigitalId, NotProven, ProvenIdentity } from '../ports/digital-id.ts';
import type { DigitalIdAttempt } from '../ports/identity.ts';
import type { AuthPorts } from './auth-ports.ts';
import { hashState } from './begin-digital-id.ts';
import { type HasNothing, linkIdentity } from './link-identity.ts';
import { hashBrowser } from './request-code.ts';
import { type SignIn, startSession } from './start-session.ts';
import { userOfIdentity } from './user-of-identity.ts';

export interface BroughtBack {
  /** The query with which the browser came back. */
  readonly query: URLSearchParams;
  /** What the browser bears. */
  readonly browser: string | undefined;
  /** For a first sign-in: the language of the page. */
  readonly language: string;
  /** The session that the browser had so far; it ends. */
  readonly previousToken?: string | undefined;
}

/** Beside what the provider refuses: too late, twice or in another browser; somebody else's; somebody's already. */
export type DigitalIdFailure = NotProven['notProven'] | 'lapsed' | 'otherAccount' | 'taken';

export type DigitalIdOutcome =
  | { readonly kind: 'signedIn'; readonly signIn: SignIn; readonly next: string; readonly isNew: boolean }
  | { readonly kind: 'linked'; readonly next: string }
  | { readonly kind: 'failed'; readonly failure: DigitalIdFailure; readonly next?: string; readonly why?: string };

/**
 * Receives who comes back from the provider of Digital IDs. A person is known by issuer and subject alone: what address
 * the provider tells opens no account that is there already.
 */
export async function finishDigitalId(
  ports: AuthPorts,
  digitalId: DigitalId,
  viewer: Viewer,
  brought: BroughtBack,
  hasNothing: HasNothing,
): Promise<DigitalIdOutcome> {
  const { registry, ids, wallClock } = ports;
  const state = brought.query.get('state') ?? '';
  const [stateHash, browserHash] = [hashState(ids, state), hashBrowser(ids, brought.browser ?? '')];
  const attempt = await registry.commit((tx) => tx.takeAttempt(stateHash, browserHash, wallClock.now()));
  if (!attempt) return { kind: 'failed', failure: 'lapsed' };
  const { nonce, verifier, purpose, next } = attempt;
  const proven = await digitalId.prove(brought.query, { state, nonce, verifier, isFresh: purpose !== 'signIn' });
  if ('notProven' in proven) return { kind: 'failed', failure: proven.notProven, why: proven.why, next };
  if (purpose !== 'link') return signIn(ports, attempt, proven, brought);
  const isSame = viewer.kind === 'user' && viewer.userId === attempt.userId;
  if (!isSame) return { kind: 'failed', failure: 'otherAccount', next };
  const isLinked = await linkIdentity(ports, proven, viewer.userId, hasNothing);
  return isLinked ? { kind: 'linked', next } : { kind: 'failed', failure: 'taken', next };
}

function signIn(
  { registry, ids, wallClock }: AuthPorts,
  { purpose, userId, next }: DigitalIdAttempt,
  proven: ProvenIdentity,
  { language, previousToken }: BroughtBack,
): Promise<DigitalIdOutcome> {
  const at = wallClock.now();
  return registry.commit((tx): DigitalIdOutcome => {
    const known = tx.userByIdentity(proven);
    // Who shows once more that it is they makes no new account by it, and becomes nobody else.
    if (purpose === 'again' && known?.id !== userId) return { kind: 'failed', failure: 'otherAccount', next };
    const user = known ?? userOfIdentity(tx, ids, proven, language, at);
    const signedIn = startSession(tx, ids, user, at, {
      by: 'digitalId',
      at: notAfter(proven.provenAt, at),
      previousToken,
    });
    return { kind: 'signedIn', signIn: signedIn, next, isNew: known === undefined };
  });
}

/** A provider whose clock is ahead does not make a proof last longer. */
function notAfter(provenAt: string | null, at: string): string | null {
  return provenAt !== null && provenAt > at ? at : provenAt;
}
