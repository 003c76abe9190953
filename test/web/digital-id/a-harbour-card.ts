import { createDigitalId } from '../../../src/effects/digital-id/digital-id.ts';
import { aProvider, type Jar, type TestProvider } from '../a-provider.ts';
import { aVisitor, type Seen, type Visitor } from '../a-visitor.ts';
import { aWeb, type TestWeb } from '../a-web.ts';

export const ORIGIN = 'http://localhost';

/** What the tests of a Digital ID begin with. */
export interface HarbourCard {
  readonly provider: TestProvider;
  readonly web: TestWeb;
  readonly person: Visitor;
}

/** A provider at which Dana is number 7, a tribunal that takes its word, and somebody's browser. */
export async function aHarbourCard(): Promise<HarbourCard> {
  const provider = await aProvider(ORIGIN);
  provider.accounts.set('7', { sub: '7', name: 'Dana Wu', email: 'dana@example.org', email_verified: true });
  const web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(provider.settings, ORIGIN) } });
  return { provider, web, person: aVisitor(web) };
}

/** There and back: signs in with the Digital ID of this number. */
export async function signIn(
  provider: TestProvider,
  visitor: Visitor,
  as: string,
  page?: string,
  jar?: Jar,
): Promise<Seen> {
  return back(visitor, await provider.visit(await setOut(visitor, page), as, jar));
}

/** Presses the button of the sign-in page; answers where the browser is sent. */
export async function setOut(visitor: Visitor, page = '/sign-in'): Promise<string> {
  return leadsTo(await visitor.press(await visitor.get(page), '/sign-in/digital-id'));
}

/** Where a page leads by itself. */
export function leadsTo({ headers, text }: Seen): string {
  const to = /^0; url=(.*)$/.exec(headers.get('refresh') ?? '')?.[1];
  if (!to) throw new Error(`The page leads nowhere: ${text.slice(0, 300)}`);
  return to;
}

/** Follows the address to which the provider sent the browser. */
export const back = (visitor: Visitor, address: string) => visitor.get(address.slice(ORIGIN.length));

/** Who is signed in, and what cases they have; nothing when nobody is. */
export async function whoIs(visitor: Visitor) {
  const seen = await visitor.get('/api/v1/me');
  return seen.status === 200
    ? (JSON.parse(seen.html) as { user: { id: string; email: string; name: string }; cases: { id: string }[] })
    : undefined;
}
