/** How to reach the mail server, read once from `SMTP_URL`. */
export type SmtpSettings = {
  host: string;
  port: number;
  /** `smtps://`: TLS from the first byte. */
  implicitTls: boolean;
  /** Refuse to go on when the server does not offer STARTTLS. */
  requireTls: boolean;
  auth?: { user: string; pass: string };
};

const DEFAULT_PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads a mail server's address: `smtp://user:password@host:587` (STARTTLS when offered) or `smtps://…` (TLS at once).
 * `?tls=required` insists on STARTTLS. A password never travels in clear: with one, TLS is required unless the server is
 * on this machine or `?tls=optional` says otherwise.
 *
 * @throws with what to set when the address cannot be used.
 */
export function readSmtpSettings(address: string): SmtpSettings {
  const url = parse(address);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    throw new Error(`SMTP_URL must start with smtp:// or smtps://, not ${url.protocol}//`);
  }
  if (!url.hostname) throw new Error('SMTP_URL names no mail server; set it like smtp://mail.example.org:587');
  const auth = credentials(url);
  const implicitTls = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : DEFAULT_PORTS[url.protocol],
    implicitTls,
    requireTls: !implicitTls && requiresTls(url, auth !== undefined),
    ...(auth && { auth }),
  };
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch {
    // The address itself may hold a password: it is not repeated.
    throw new Error('SMTP_URL is not a URL; set it like smtp://user:password@mail.example.org:587');
  }
}

function credentials(url: URL): { user: string; pass: string } | undefined {
  if (!url.username) return undefined;
  return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
}

function requiresTls(url: URL, hasPassword: boolean): boolean {
  for (const name of url.searchParams.keys()) {
    if (name !== 'tls')
      throw new Error(`SMTP_URL has an unknown setting "${name}"; only ?tls=required or ?tls=optional`);
  }
  const wish = url.searchParams.get('tls');
  if (wish === 'required') return true;
  if (wish === 'optional') return false;
  if (wish !== null) throw new Error(`SMTP_URL has ?tls=${wish}; use ?tls=required or ?tls=optional`);
  return hasPassword && !LOOPBACK.has(url.hostname);
}
