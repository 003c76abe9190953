/** Where a party looks after who stands at its side: the list, and what is done there. */
export function helpersPath(caseId: string, party: string, what = ''): string {
  const path = ['/cases', encodeURIComponent(caseId), 'helpers', ...(what ? [what] : [])].join('/');
  return `${path}?party=${encodeURIComponent(party)}`;
}

/** The same about one of them. */
export function helperPath(caseId: string, party: string, supporter: string, what: 'change' | 'end'): string {
  return helpersPath(caseId, party, `${encodeURIComponent(supporter)}/${what}`);
}
