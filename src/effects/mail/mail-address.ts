import { domainToASCII } from 'node:url';

/** RFC 5321, 4.5.3.1: octets of a local part, and of a path less its brackets. */
const MAX_LOCAL_PART = 64;
const MAX_ADDRESS = 254;

/** RFC 5322 dot-atom, ASCII only: no quotes, no comments, no brackets, no spaces, no second @. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What a domain may hold before its conversion: letters, marks and digits of any script, hyphen, dot. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * Reads one e-mail address, strictly, and gives it in the form in which it travels: the domain in lower-case ASCII
 * (`josé.example` → `xn--jos-dma.example`), the local part untouched. Anything else, however lawful in RFC 5322 (quoted local
 * parts, comments, address literals, groups, lists), is undefined: such forms serve misrouting more often than people.
 * A local part outside ASCII is refused too, for most servers cannot take it.
 */
export function parseMailAddress(text: string): string | undefined {
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@')) return undefined;
  const local = text.slice(0, at);
  const domain = toAsciiDomain(text.slice(at + 1));
  if (!domain || local.length > MAX_LOCAL_PART || !LOCAL_PART.test(local)) return undefined;
  const address = `${local}@${domain}`;
  return address.length <= MAX_ADDRESS ? address : undefined;
}

function toAsciiDomain(text: string): string | undefined {
  if (!DOMAIN.test(text)) return undefined;
  const labels = domainToASCII(text).split('.');
  const isHostname = labels.length > 1 && labels.every((label) => LABEL.test(label));
  const endsInName = !/^\d+$/.test(labels.at(-1) ?? '');
  return isHostname && endsInName ? labels.join('.') : undefined;
}
