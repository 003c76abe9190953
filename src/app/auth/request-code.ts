import { emailKey } from '../../domain/email-key.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Idempotency } from '../idempotency.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';
import { isOverLimit, type RateLimit } from './rate-limit.ts';

export const CODE_LIFETIME_MINUTES = 10;
export const CODE_TRIES = 5;
export const CODES_PER_ADDRESS: RateLimit = { name: 'codes to an address', times: 10, minutes: 15 };
/** Wide enough for a law clinic behind one address. */
export const CODES_PER_CLIENT: RateLimit = { name: 'codes from a client', times: 300, minutes: 15 };

export interface CodeRequest {
  /** Syntactically an address; checked at the door. */
  readonly email: string;
  readonly language: string;
  /** The network address that asks, where it is known. */
  readonly client?: string | undefined;
  /** For a link beside the code: the browser that it is for, and where it leads. Without it the code comes alone. */
  readonly link?: { readonly browser: string; address(token: string): string } | undefined;
  /** The same request twice has one code mailed. Who asks is nobody yet: the key is that of the address. */
  readonly idempotency?: Idempotency | undefined;
}

/** What the mail with the code is made of. The only place where a code stands in clear, until it is sent. */
export interface SignInCodeMail {
  readonly email: string;
  readonly code: string;
  readonly expiresAt: string;
  readonly language: string;
  /** The page that signs in at the press of a button, in the browser that asked. */
  readonly link?: string;
}

/**
 * Queues a mail with a one-use code, and a link that does the same in the browser that asked. The same for known and unknown addresses: an account comes into being with its
 * first sign-in, so there is nothing here to find out. Over the limit no mail goes out, and the answer is the same. Refused
 * is only a key that came with another request for this address.
 */
export async function requestCode(
  { registry, ids, wallClock }: AuthPorts,
  { email, language, client, link, idempotency }: CodeRequest,
): Promise<Refusal | undefined> {
  const at = wallClock.now();
  const token = ids.newSecret();
  const mail: SignInCodeMail = {
    email: emailKey(email),
    code: ids.newCode(),
    expiresAt: minutesAfter(at, CODE_LIFETIME_MINUTES),
    language,
    ...(link ? { link: link.address(token) } : {}),
  };
  const beside = link ? { link: { hash: hashLink(ids, token), browserHash: hashBrowser(ids, link.browser) } } : {};
  const codeHash = hashCode(ids, mail.email, mail.code);
  const key = `sign-in-code/${ids.newId()}`;
  return registry.commit((tx) => {
    const scope = `code for ${ids.hash(mail.email)}`;
    const known = idempotency && tx.idempotent(scope, idempotency.key);
    if (known) return known.requestHash === idempotency.requestHash ? undefined : refuse('IdempotencyKeyReused');
    if (isTooOften(tx, ids, mail.email, client, at)) return undefined;
    tx.putCode({ email: mail.email, codeHash, expiresAt: mail.expiresAt, triesLeft: CODE_TRIES, ...beside });
    tx.enqueue({ key, kind: 'signInCode', caseId: null, subject: mail.email, payload: mail, notBefore: at });
    if (idempotency)
      tx.rememberIdempotent(scope, idempotency.key, {
        requestHash: idempotency.requestHash,
        status: 202,
        body: '{}',
        at,
      });
    return undefined;
  });
}

/** A client over its own limit does not use up that of the address. */
function isTooOften(tx: RegistryTransaction, ids: Ids, email: string, client: string | undefined, at: string): boolean {
  const isClientOver = client !== undefined && isOverLimit(tx, ids, CODES_PER_CLIENT, client, at);
  return isClientOver || isOverLimit(tx, ids, CODES_PER_ADDRESS, email, at);
}

/** Bound to its address: a code for one is nothing for another. */
export function hashCode(ids: Pick<Ids, 'hash'>, email: string, code: string): string {
  return ids.hash(`${email}\n${code}`);
}

export function hashLink(ids: Pick<Ids, 'hash'>, token: string): string {
  return ids.hash(`sign-in link\n${token}`);
}

/** Of what a browser bears, by which it is known again. */
export function hashBrowser(ids: Pick<Ids, 'hash'>, browser: string): string {
  return ids.hash(`browser\n${browser}`);
}
