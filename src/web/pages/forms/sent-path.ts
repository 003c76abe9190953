/** Where somebody reads what they sent; `again`: they tried to send it once more. */
export function sentPath(caseId: string, entry: string, { again = false } = {}): string {
  return `/cases/${encodeURIComponent(caseId)}/sent/${encodeURIComponent(entry)}${again ? '?again' : ''}`;
}

/** The same as a PDF. */
export function sentFilePath(caseId: string, entry: string): string {
  return `${sentPath(caseId, entry)}/answers.pdf`;
}
