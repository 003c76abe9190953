import type { ProvenBy } from './proven-by.ts';

/** The tribunal roles that a person can hold. A definition's tribunal roles bear these names; `admin` owns definitions. */
export const MEMBERSHIP_ROLES = ['facilitator', 'member', 'registrar', 'admin'] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

/** Who is asking. Every read and every command has one; `stranger` has not signed in. */
export type Viewer =
  | { readonly kind: 'stranger' }
  | {
      readonly kind: 'user';
      readonly userId: string;
      /** Shown to be theirs; empty for who signs in by Digital ID alone. */
      readonly email: string;
      readonly name: string;
      readonly language: string;
      readonly roles: readonly MembershipRole[];
      /** They showed only minutes ago who they are: what an event with `stepUp` asks for. */
      readonly isFreshlyProven?: boolean;
      /** How they did; absent where nobody knows. What they sign says so. */
      readonly provenBy?: ProvenBy;
    };
