import type { AuthPorts } from './auth-ports.ts';
import { hashBrowser, hashLink } from './request-code.ts';
import { type SignIn, startSession } from './start-session.ts';
import { userOfAddress } from './user-of-address.ts';

export interface LinkFollowed {
  /** What the link bears. */
  readonly token: string;
  /** What the browser bears in which the mail was asked for. */
  readonly browser: string | undefined;
  /** For a first sign-in: the language of the page. */
  readonly language: string;
  /** The session that the browser had so far; it ends. */
  readonly previousToken?: string | undefined;
}

/**
 * Signs in with the link that came beside a code; both are used up. Undefined when it is wrong, used or too old.
 * `otherBrowser`: it is good, but was asked for elsewhere, so that a link that was forwarded or stolen opens nothing.
 */
export async function signInByLink(
  { registry, ids, wallClock }: AuthPorts,
  { token, browser, language, previousToken }: LinkFollowed,
): Promise<SignIn | 'otherBrowser' | undefined> {
  const at = wallClock.now();
  const [linkHash, browserHash] = [hashLink(ids, token), hashBrowser(ids, browser ?? '')];
  return registry.commit((tx) => {
    const used = tx.useLink(linkHash, browserHash, at);
    if (!used || used === 'otherBrowser') return used;
    const user = userOfAddress(tx, ids, used.email, language, at);
    return startSession(tx, ids, user, at, { by: 'mail', previousToken });
  });
}
