/** Where someone came from and goes back to, kept from page to page. */
export type NeedsQuery = Readonly<Record<string, string | undefined>>;

/** Where what people need to take part is told and answered. */
export function needsPath(caseId: string, what = '', query: NeedsQuery = {}): string {
  const path = ['/cases', encodeURIComponent(caseId), 'needs', ...(what ? [what] : [])].join('/');
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}
