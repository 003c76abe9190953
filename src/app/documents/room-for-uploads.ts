/** All uploads of one party to a case, or of the tribunal: what one side sends leaves the other its room. */
const MAX_PARTY_UPLOAD_BYTES = 200 * 1024 * 1024;
export const MAX_PARTY_UPLOADS = 250;
/** Those of all parties to a case. */
const MAX_CASE_UPLOAD_BYTES = 10 * MAX_PARTY_UPLOAD_BYTES;
export const MAX_CASE_UPLOADS = 10 * MAX_PARTY_UPLOADS;

export interface Room {
  readonly bytes: number;
  readonly files: number;
}

/** What each of so many parties may send: where the case has less room than all of theirs, they have equal parts of it. */
export function roomForUploads(parties: number): Room {
  return {
    bytes: Math.min(MAX_PARTY_UPLOAD_BYTES, Math.floor(MAX_CASE_UPLOAD_BYTES / parties)),
    files: Math.min(MAX_PARTY_UPLOADS, Math.floor(MAX_CASE_UPLOADS / parties)),
  };
}

/** The same with what was taken off before it was filed: its bytes are stored, though it takes no room. */
export function storedFor({ bytes, files }: Room): Room {
  return { bytes: 2 * bytes, files: 2 * files };
}
