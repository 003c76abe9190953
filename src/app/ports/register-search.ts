/** Which published decisions are looked for; what is absent leaves nothing out. */
export interface RegisterSearch {
  /** Words of title, reference and reasons. */
  readonly q?: string | undefined;
  /** Local dates of publication, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A process. */
  readonly workflow?: string | undefined;
  /** The definition's name of the paper: `dismissal`. */
  readonly type?: string | undefined;
  readonly outcome?: string | undefined;
}
