/** Thrown by a list for a cursor that it never gave: to begin anew instead would show somebody the first page for ever. */
export class UnknownCursor extends Error {
  override name = 'UnknownCursor';
}
