/**
 * The short address on which someone reads what a code is for. Opening it uses nothing up. The code stands in it as it is
 * printed, so that what blanks the one blanks the other.
 *
 * @param code in its groups
 * @example invitationLink('https://t.example', '7m2x-9kq4-v0c8-t3e5') // 'https://t.example/n/7m2x-9kq4-v0c8-t3e5'
 */
export function invitationLink(origin: string, code: string): string {
  return `${origin}/n/${code}`;
}
