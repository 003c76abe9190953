/** Where the evidence of a case stands, and one exhibit of it by its number. */
export function evidencePath(caseId: string, ...more: readonly string[]): string {
  return ['/cases', caseId, 'evidence', ...more]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** Where a file of the case is shown in place, if it is a picture. */
export function picturePath(caseId: string, document: string): string {
  return evidencePath(caseId, 'files', document);
}
