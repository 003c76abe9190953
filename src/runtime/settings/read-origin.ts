const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address leads to the machine itself, where nobody listens on the way. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.has(hostname);
}

/**
 * The address that people open, without a slash at the end.
 *
 * @param setting what the operator knows it by, `PARLEY_ORIGIN`
 * @throws with what to set when the text is no such address
 */
export function readOrigin(setting: string, text: string | undefined, mode: 'demo' | 'production'): string {
  const example = `${setting}=https://tribunal.example.org`;
  if (text === undefined)
    throw new Error(`${setting} is missing; set it to the address that people open, like ${example}`);
  if (!URL.canParse(text)) throw new Error(`${setting} is "${text}", which is no address; set it like ${example}`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`${setting} must start with https://, not ${url.protocol}//; set it like ${example}`);
  if (url.protocol === 'http:' && mode === 'production' && !isLoopback(url))
    throw new Error(`${setting} must start with https:// in production; set it like ${example}`);
  if (url.username || url.pathname !== '/' || url.search || url.hash)
    throw new Error(`${setting} must hold nothing after the host, like ${example}`);
  return url.origin;
}
