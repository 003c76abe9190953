import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import Provider, { type ClientMetadata } from 'oidc-provider';
import type { DigitalIdSettings } from '../../src/effects/digital-id/digital-id.ts';

/** What the provider knows of a person; `sub` is whom they sign in as. */
export interface Account {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: unknown;
}

/** A real provider of Digital IDs, on loopback. */
export interface TestProvider {
  readonly issuer: string;
  readonly settings: DigitalIdSettings;
  readonly accounts: Map<string, Account>;
  /** How often somebody was asked to sign in. */
  readonly logins: () => number;
  /** What the next ID token says instead, signed all the same; by another key where `key` is, by none, or by our secret. */
  tamper(claims: JWTPayload, key?: CryptoKey | 'none' | 'HS256'): void;
  /** Goes where the browser was sent, signs in and consents there; answers where the provider sends them back to. */
  visit(address: string, as: string, jar?: Jar): Promise<string>;
  /** Goes there and says no. */
  refuse(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** Cookies that a browser has of the provider. */
export type Jar = Map<string, string>;

const CLIENT = { id: 'parley', secret: 'a secret that is long enough for anybody' };

/** What a provider may do otherwise. */
interface Otherwise {
  /** It knows us by this private key alone. */
  readonly byKey?: JWK;
  /** It signs what it tells beside the ID token. */
  readonly signsAll?: boolean;
}

/** Starts a provider that takes people back to this address. */
export async function aProvider(origin: string, otherwise: Otherwise = {}): Promise<TestProvider> {
  const { byKey } = otherwise;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signingKey: JWK = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'key-1' };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const provider = quietly(() => providerAt(issuer, clientOf(origin, otherwise), signingKey, accounts));
  let tampered: { readonly claims: JWTPayload; readonly key: CryptoKey | 'none' | 'HS256' } | undefined;
  let logins = 0;
  provider.on('interaction.started', (_, prompt) => {
    if (prompt.name === 'login') logins += 1;
  });
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path !== '/token' || !tampered || !body?.id_token) return;
    const { claims, key } = tampered;
    tampered = undefined;
    body.id_token = await signedAnew(body.id_token, claims, key);
  });
  server.on('request', provider.callback());
  const settings: DigitalIdSettings = {
    issuer,
    clientId: CLIENT.id,
    credential: byKey ? { privateKey: byKey } : { secret: CLIENT.secret },
    name: { en: 'Harbour Card', fr: 'Carte du Havre' },
    scope: 'openid profile email',
    acrValues: [],
  };
  return {
    issuer,
    settings,
    accounts,
    logins: () => logins,
    tamper(claims, key) {
      tampered = { claims, key: key ?? privateKey };
    },
    visit: (address, as, jar = new Map()) => goThrough(issuer, address, jar, { login: as, password: 'any' }),
    refuse: (address) => goThrough(issuer, address, new Map(), undefined),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function clientOf(origin: string, { byKey, signsAll = false }: Otherwise): ClientMetadata {
  const client: ClientMetadata = {
    client_id: CLIENT.id,
    redirect_uris: [`${origin}/sign-in/digital-id/callback`],
    post_logout_redirect_uris: [`${origin}/`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    ...(signsAll ? { userinfo_signed_response_alg: 'RS256' as const } : {}),
  };
  if (!byKey) return { ...client, client_secret: CLIENT.secret };
  const { d: _, ...publicKey } = byKey;
  return { ...client, token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicKey] } };
}

function providerAt(
  issuer: string,
  client: ClientMetadata,
  key: JWK,
  accounts: ReadonlyMap<string, Account>,
): Provider {
  return new Provider(issuer, {
    clients: [client],
    jwks: { keys: [key] },
    cookies: { keys: ['cookies of a provider that lives for one test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    acrValues: ['level-2'],
    features: { jwtUserinfo: { enabled: true } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts.get(sub) }) as { sub: string; [claim: string]: string },
    }),
  });
}

/** Its pages for developers are what we drive; that they are for developers it need not say in every run. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console;
  Object.assign(console, { info: () => {}, warn: () => {} });
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}

async function signedAnew(idToken: string, claims: JWTPayload, key: CryptoKey | 'none' | 'HS256'): Promise<string> {
  const [header, payload] = idToken.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  const said: JWTPayload = { ...JSON.parse(payload ?? '{}'), ...claims };
  if (key === 'none') return new UnsecuredJWT(said).encode();
  if (key === 'HS256')
    return new SignJWT(said).setProtectedHeader({ alg: key }).sign(new TextEncoder().encode(CLIENT.secret));
  return new SignJWT(said).setProtectedHeader(JSON.parse(header ?? '{}')).sign(key);
}

/** Follows redirects and fills in forms, as a person would, until the provider sends them away. */
async function goThrough(
  issuer: string,
  address: string,
  jar: Jar,
  person: { readonly login: string; readonly password: string } | undefined,
): Promise<string> {
  let request = new Request(address);
  for (let step = 0; step < 20; step += 1) {
    const response = await ask(request, jar);
    const to = response.headers.get('location');
    if (to && !new URL(to, issuer).href.startsWith(`${issuer}/`)) return to;
    if (to) {
      request = new Request(new URL(to, issuer));
      continue;
    }
    const html = await response.text();
    if (!response.ok) throw new Error(`The provider answers ${response.status}: ${html.slice(0, 300)}`);
    request = person ? filledIn(html, person) : new Request(new URL(hrefOfAbort(html), issuer));
  }
  throw new Error('The provider keeps asking');
}

async function ask(request: Request, jar: Jar): Promise<Response> {
  request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
  const response = await fetch(request, { redirect: 'manual' });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value && !/expires=Thu, 01 Jan 1970/i.test(cookie)) jar.set(name, value);
    else jar.delete(name);
  }
  return response;
}

function filledIn(html: string, person: Readonly<Record<string, string>>): Request {
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams(person);
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g))
    body.set(/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '');
  return new Request(action, { method: 'POST', body });
}

function hrefOfAbort(html: string): string {
  return /href="([^"]*\/abort)"/.exec(html)?.[1] ?? '';
}
