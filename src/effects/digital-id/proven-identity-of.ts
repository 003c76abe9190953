import type { ProvenIdentity } from '../../app/ports/digital-id.ts';
import { isEmail } from '../../domain/forms/field-answer.ts';

type Claims = Readonly<Record<string, unknown>>;

const MAX_NAME = 200;

/** What of an ID token's claims, and of those that the provider tells beside it, is of use here. */
export function provenIdentityOf(
  idToken: Claims & { readonly iss: string; readonly sub: string },
  more: Claims,
): ProvenIdentity {
  const claims: Claims = { ...more, ...idToken };
  const { auth_time: authTime } = idToken;
  const [name, email] = [nameIn(claims), verifiedEmailIn(idToken) ?? verifiedEmailIn(more)];
  return {
    issuer: idToken.iss,
    subject: idToken.sub,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    provenAt: typeof authTime === 'number' ? new Date(authTime * 1_000).toISOString() : null,
  };
}

/** Address and verification come from one place, and it must say `true`: not "true", not 1. */
function verifiedEmailIn({ email, email_verified: isVerified }: Claims): string | undefined {
  return isVerified === true && typeof email === 'string' && isEmail(email) ? email : undefined;
}

/** `display_name` is what some providers call it, BC's among them. */
function nameIn({ name, display_name: displayName, given_name: given, family_name: family }: Claims): string {
  const full = [given, family].filter((part) => typeof part === 'string').join(' ');
  const said = [name, displayName, full].find((one) => typeof one === 'string' && one.trim() !== '');
  return String(said ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MAX_NAME);
}
