/** Where someone says how a party of a case is reached. */
export function contactPath(caseId: string, party: string): string {
  return `/cases/${encodeURIComponent(caseId)}/contact/${encodeURIComponent(party)}`;
}
