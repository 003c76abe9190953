/** Where the talks of a case are: those of all, or those of one party with the facilitator. */
export function roomPath(caseId: string, party?: string): string {
  const path = `/cases/${encodeURIComponent(caseId)}/room`;
  return party === undefined ? path : `${path}/${encodeURIComponent(party)}`;
}
