/** Which cases a list may name at all; `caseScope` in `authority.ts` makes it from a viewer. */
export type CaseScope =
  | { readonly kind: 'none' }
  /**
   * Those in which the user is a party or supporter (bound by id), or in which an unbound, invited party or an unbound
   * supporter has their verified address (compared as `isSameEmail` does).
   */
  | { readonly kind: 'participant'; readonly userId: string; readonly email: string }
  /** All of the tribunal's, less those in which the user declared a conflict. */
  | { readonly kind: 'staff'; readonly userId: string };
