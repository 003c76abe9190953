import type { Text } from '../../domain/definition/text-schema.ts';
import type { Identity } from './identity.ts';

/** What one way to the provider and back is known by. Each is used once. */
export interface WayToProvider {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The provider has to ask the person anew, also where it knows the browser. */
  readonly isFresh: boolean;
}

/** Who came back, by the word of the provider, signed and meant for us. */
export interface ProvenIdentity extends Identity {
  readonly name?: string;
  /** Only where the provider says that it is verified. */
  readonly email?: string;
  /** When they showed the provider who they are, as an instant (UTC); null where it does not say. */
  readonly provenAt: string | null;
}

export interface NotProven {
  /** They did not want to; the provider cannot be reached; what it answered does not hold. */
  readonly notProven: 'denied' | 'unavailable' | 'refused';
  /** For operators: a code that holds nothing of anybody. */
  readonly why: string;
}

/** A provider of Digital IDs. */
export interface DigitalId {
  /** As the button says it. */
  readonly name: Text;
  /** Where the browser has to go. */
  addressFor(way: WayToProvider, language: string): Promise<string | NotProven>;
  /** Who came back, by what the browser brought along. */
  prove(broughtBack: URLSearchParams, way: WayToProvider): Promise<ProvenIdentity | NotProven>;
  /** Where the browser can sign out of the provider too; undefined where it has no such place, or cannot be reached. */
  signOutAddress(): Promise<string | undefined>;
}
