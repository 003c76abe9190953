import { importJWK, type JWK } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CryptoKey,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  type ServerMetadata,
} from 'openid-client';
import type { DigitalId, WayToProvider } from '../../app/ports/digital-id.ts';
import type { Text } from '../../domain/definition/text-schema.ts';
import { notProvenBy } from './not-proven-by.ts';
import { provenIdentityOf } from './proven-identity-of.ts';

/** A provider by OpenID Connect, and what it knows us by. */
export interface DigitalIdSettings {
  /** Its issuer, or the address of its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  readonly credential: { readonly secret: string } | { readonly privateKey: JWK };
  readonly name: Text;
  readonly scope: string;
  /** Ways of signing in of which it has to have been one; none: it is left to the provider. */
  readonly acrValues: readonly string[];
}

/** Where people come back to: to be registered with the provider. */
export const CALLBACK_PATH = '/sign-in/digital-id/callback';

const TIMEOUT_S = 10;
const CLOCK_TOLERANCE_S = 10;
/** Who is asked anew has answered since. */
const FRESH_S = 5 * 60;

/** Digital IDs by OpenID Connect: authorization code, PKCE, state and nonce; ID tokens signed by the issuer for us. */
export function createDigitalId(settings: DigitalIdSettings, origin: string): DigitalId {
  const provider = remembered(() => discovered(settings));
  const redirectUri = `${origin}${CALLBACK_PATH}`;
  return {
    name: settings.name,
    async addressFor(way, language) {
      try {
        const codeChallenge = await calculatePKCECodeChallenge(way.verifier);
        return buildAuthorizationUrl(await provider(), asked(settings, way, redirectUri, codeChallenge, language)).href;
      } catch (error) {
        return notProvenBy(error);
      }
    },
    async prove(broughtBack, { state, nonce, verifier, isFresh }) {
      try {
        const config = await provider();
        const tokens = await authorizationCodeGrant(config, new URL(`${redirectUri}?${broughtBack}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(isFresh ? { maxAge: FRESH_S } : {}),
        });
        const claims = tokens.claims();
        if (!claims) return { notProven: 'refused', why: 'no ID token' };
        const { acrValues } = settings;
        if (acrValues.length > 0 && !acrValues.includes(String(claims.acr)))
          return { notProven: 'refused', why: 'another acr than asked for' };
        const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
        const more = hasMore ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {};
        return provenIdentityOf(claims, more);
      } catch (error) {
        return notProvenBy(error);
      }
    },
    async signOutAddress() {
      try {
        const config = await provider();
        if (!config.serverMetadata().end_session_endpoint) return undefined;
        return buildEndSessionUrl(config, { post_logout_redirect_uri: `${origin}/` }).href;
      } catch {
        return undefined;
      }
    },
  };
}

function asked(
  { scope, acrValues }: DigitalIdSettings,
  { state, nonce, isFresh }: WayToProvider,
  redirectUri: string,
  codeChallenge: string,
  language: string,
): Record<string, string> {
  return {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ui_locales: language,
    ...(acrValues.length > 0 ? { acr_values: acrValues.join(' ') } : {}),
    ...(isFresh ? { prompt: 'login', max_age: String(FRESH_S) } : {}),
  };
}

/** What the provider says of itself: asked for when the first person wants to go there, and again where that failed. */
async function discovered(settings: DigitalIdSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const key = 'privateKey' in settings.credential ? await privateKeyJwt(settings.credential.privateKey) : undefined;
  return discovery(
    issuer,
    settings.clientId,
    { [clockTolerance]: CLOCK_TOLERANCE_S },
    key ?? bySecret('secret' in settings.credential ? settings.credential.secret : ''),
    {
      timeout: TIMEOUT_S,
      // Its signature is proved too, beside the connection that it came by.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    },
  );
}

/** As the provider takes it: in the header where it does not say, or says so; in the body otherwise. */
function bySecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => (takesBasic(server) ? basic : post)(server, client, body, headers);
}

function takesBasic({ token_endpoint_auth_methods_supported: methods }: ServerMetadata): boolean {
  return methods === undefined || methods.includes('client_secret_basic');
}

async function privateKeyJwt(jwk: JWK): Promise<ClientAuth> {
  const key = (await importJWK(jwk)) as CryptoKey;
  return PrivateKeyJwt(jwk.kid === undefined ? key : { key, kid: jwk.kid });
}

/** Made once; again by the next who asks where it failed. */
function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    const making = made ?? make();
    made = making;
    making.catch(() => {
      if (made === making) made = undefined;
    });
    return making;
  };
}
