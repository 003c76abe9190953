const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** For what is no page: it may load nothing and be shown in nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ALWAYS = {
  'Content-Security-Policy': NOTHING,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // `no-referrer` would also make a browser send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cache-Control': 'no-store',
};

/**
 * What tells a browser to be careful with an answer, whichever it is.
 *
 * @param origin the address that people open; where it is https, it is never anything else again
 */
export function answerHeaders(origin: string): Readonly<Record<string, string>> {
  if (!origin.startsWith('https:')) return ALWAYS;
  return { ...ALWAYS, 'Strict-Transport-Security': `max-age=${TWO_YEARS_S}; includeSubDomains` };
}
