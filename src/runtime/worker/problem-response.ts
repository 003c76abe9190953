import { answerHeaders } from '../../web/answer-headers.ts';

/** A browser that asks by http does not heed what is said of https. */
const ALWAYS = answerHeaders('https:');

/** A problem of the runtime's own, before or beside the program: in the form of all others. */
export function problemResponse(
  status: number,
  title: string,
  reason: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = { ...ALWAYS, 'content-type': 'application/problem+json', ...more };
  return new Response(JSON.stringify({ type: 'about:blank', title, status, reason }), { status, headers });
}
