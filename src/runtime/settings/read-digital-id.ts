import type { DigitalIdSettings } from '../../effects/digital-id/digital-id.ts';
import { isLoopback } from './read-origin.ts';

type Given = (name: string) => string | undefined;

const ALL = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'PRIVATE_KEY', 'NAME', 'NAME_FR', 'SCOPE', 'ACR'] as const;
const DEFAULT_SCOPE = 'openid profile email';
const DOCS = 'docs/sign-in.md says what each one is';

/**
 * The provider of Digital IDs, by the variables PARLEY_OIDC_…; undefined where none is set.
 *
 * @throws with what to set when only some are, or one cannot be used
 */
export function readDigitalId(given: Given, mode: 'demo' | 'production'): DigitalIdSettings | undefined {
  const set = ALL.filter((name) => given(`PARLEY_OIDC_${name}`) !== undefined);
  if (set.length === 0) return undefined;
  const need = (name: (typeof ALL)[number]): string => {
    const value = given(`PARLEY_OIDC_${name}`);
    if (value === undefined)
      throw new Error(`PARLEY_OIDC_${name} is missing, and PARLEY_OIDC_${set[0]} is set; set both or none: ${DOCS}`);
    return value;
  };
  const name = need('NAME');
  return {
    issuer: readIssuer(need('ISSUER'), mode),
    clientId: need('CLIENT_ID'),
    credential: readCredential(given),
    name: { en: name, fr: given('PARLEY_OIDC_NAME_FR') ?? name },
    scope: readScope(given('PARLEY_OIDC_SCOPE') ?? DEFAULT_SCOPE),
    acrValues: (given('PARLEY_OIDC_ACR') ?? '').split(/\s+/).filter((value) => value !== ''),
  };
}

function readIssuer(text: string, mode: 'demo' | 'production'): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (mode === 'demo' || isLoopback(url)));
  if (!url || !isSafe || url.username || url.hash)
    throw new Error(
      `PARLEY_OIDC_ISSUER is "${text}"; set it to the provider’s issuer, like https://id.example.org, or to the address of its discovery document`,
    );
  return text;
}

function readScope(text: string): string {
  if (text.split(/\s+/).includes('openid')) return text;
  throw new Error('PARLEY_OIDC_SCOPE must name openid; set it like "openid profile email"');
}

/** A secret of the provider's choosing, or a private key of ours. */
function readCredential(given: Given): DigitalIdSettings['credential'] {
  const [secret, key] = [given('PARLEY_OIDC_CLIENT_SECRET'), given('PARLEY_OIDC_PRIVATE_KEY')];
  if ((secret === undefined) === (key === undefined))
    throw new Error(`Set one of PARLEY_OIDC_CLIENT_SECRET and PARLEY_OIDC_PRIVATE_KEY: ${DOCS}`);
  return key === undefined ? { secret: secret ?? '' } : { privateKey: readKey(key) };
}

/** What it holds is never repeated. */
function readKey(text: string): Record<string, string> {
  const jwk = parsed(text);
  if (jwk && ['kty', 'alg', 'd'].every((member) => typeof jwk[member] === 'string'))
    return jwk as Record<string, string>;
  throw new Error('PARLEY_OIDC_PRIVATE_KEY is no private key; set it to a JWK in one line, with kty, alg, kid and d');
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
