const HERE = 'http://here.invalid';
const MAX_LENGTH = 1_000;

/** Where to go after signing in: an address of ours, or the list of disputes. No text leads to another site. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.length > MAX_LENGTH || /[\\\p{Cc}]/u.test(next)) return '/cases';
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE) return '/cases';
  const path = `${url.pathname}${url.search}`;
  // What is parsed can begin with two slashes where what was given did not: `/.//example.org` names another site.
  return path.startsWith('//') ? '/cases' : path;
}
