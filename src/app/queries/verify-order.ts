import type { OrderStanding } from '../../domain/order-standing.ts';
import { initials } from '../../domain/texts/initials.ts';
import type { Registry } from '../ports/registry.ts';

/** What whoever holds an order's code is told: enough to hold the paper against it, and no name in full. */
export interface VerifiedOrder {
  readonly code: string;
  /** `default`, `final`, `non-compliance`, `consent`. */
  readonly order: string;
  /** Of the paper, in its own language. */
  readonly title: string;
  readonly language: string;
  readonly workflow: string;
  readonly reference: string;
  /** Local date on the paper. */
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly parties: readonly { readonly role: string; readonly initials: string }[];
  /** Cents. */
  readonly amount?: number;
  readonly currency: string;
  readonly standing: OrderStanding;
  readonly standingAt: string | null;
  /** Of the PDF; null while it is being made. */
  readonly sha256: string | null;
  readonly size: number | null;
  /** Id in the register of decisions, where it was published. */
  readonly decision: string | null;
  /** Whether the name that was asked about stands on the paper; absent when none was. */
  readonly isNamed?: boolean;
}

/** The order of a code, as the world may know it; undefined for a code that no order bears. */
export function verifyOrder(
  { registry }: { readonly registry: Registry },
  code: string,
  name?: string,
): VerifiedOrder | undefined {
  const found = registry.read((reads) => reads.orderByCode(code));
  if (!found) return undefined;
  const { at, parties, ...row } = found;
  return {
    ...row,
    issuedAt: at,
    parties: parties.map((party) => ({ role: party.role, initials: initials(party.name) })),
    ...(name === undefined ? {} : { isNamed: parties.some((party) => sameName(party.name, name)) }),
  };
}

/** Small and capital letters, and how many spaces, make no other person. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
  return plain(one) === plain(other);
}
