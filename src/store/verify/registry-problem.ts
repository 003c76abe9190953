/** What can be wrong with a registry that somebody, or a disk, has changed behind its back. */
export type RegistryProblem = { readonly caseId: string; readonly detail: string } & (
  | { readonly kind: 'journal-gap'; readonly seq: number }
  | { readonly kind: 'chain-broken'; readonly seq: number }
  | { readonly kind: 'entry-mislabelled'; readonly seq: number }
  | { readonly kind: 'journal-missing' }
  /** More entries bear the row of the case than it leads to. */
  | { readonly kind: 'entry-unexpected' }
  | { readonly kind: 'version-differs' }
  | { readonly kind: 'replay-failed' }
  /** Nobody tampered: a later version of Parley wrote it, and only that one can decide it again. */
  | { readonly kind: 'newer-engine' }
  | { readonly kind: 'file-differs' }
  /** A row that does not say what the journal says, is missing, or that the journal knows nothing of. */
  | { readonly kind: 'row-differs' | 'row-missing' | 'row-unexpected'; readonly table: string; readonly row: string }
  /** Rows of a case that is not there; `caseId` is empty. */
  | { readonly kind: 'case-missing'; readonly table: string }
);
