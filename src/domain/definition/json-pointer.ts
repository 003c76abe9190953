/**
 * Where something stands in a JSON document, as RFC 6901 writes it.
 *
 * @example jsonPointer('forms', 'response', 'pages', 0) // '/forms/response/pages/0'
 */
export function jsonPointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
