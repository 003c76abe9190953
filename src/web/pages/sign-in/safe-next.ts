const HERE = 'http://here.invalid';
const MAX_LENGTH = 1_000;

/** Where to go after signing in: an address of ours, or the list of disputes. No text leads to another site. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.length > MAX_LENGTH || /[\\\p{Cc}]/u.test(next)) return '/cases';
  const url = URL.parse(next, HERE);
  return url && url.origin === HERE && !next.startsWith('//') ? `${url.pathname}${url.search}` : '/cases';
}
