/** A problem of the runtime's own, before or beside the program: in the form of all others. */
export function problemResponse(
  status: number,
  title: string,
  reason: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more };
  return new Response(JSON.stringify({ type: 'about:blank', title, status, reason }), { status, headers });
}
