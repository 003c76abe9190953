/** Why a mail may be tried again. */
export type DeferralReason =
  | 'temporary-refusal'
  | 'unreachable'
  | 'timed-out'
  | 'connection-lost'
  | 'sign-in-failed'
  | 'sender-refused'
  | 'tls-failed'
  | 'server-misbehaved';

/** Why a mail will never arrive as it stands. */
export type RejectionReason = 'recipient-refused' | 'message-refused' | 'address-invalid';

/** What came of handing one mail to the server: always a value, never a throw. */
export type MailOutcome =
  /** The server took responsibility; `response` is its own words, the first half of the proof of service. */
  | { kind: 'accepted'; response: string }
  /**
   * Try again later. `mayHaveArrived`: the whole message had gone out when the answer failed to come, so a repetition may be a
   * second copy (with the same Message-ID). `alarm`: our own settings are at fault, and every other mail will fare alike.
   */
  | {
      kind: 'deferred';
      reason: DeferralReason;
      response: string;
      code?: number;
      mayHaveArrived: boolean;
      alarm: boolean;
    }
  /** Do not try again: someone must find another address, or another way. */
  | { kind: 'rejected'; reason: RejectionReason; response: string; code?: number };

type Deferred = Extract<MailOutcome, { kind: 'deferred' }>;

/** What nodemailer tells about a failure. */
type MailError = {
  message: string;
  code?: string;
  /** The system's own code beneath: `ECONNREFUSED`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  originalCode?: string;
  responseCode?: number;
  response?: string;
  command?: string;
  rejectedErrors?: MailError[];
};

const ALARMING = new Set<DeferralReason>(['sign-in-failed', 'sender-refused', 'tls-failed']);

const REASON_BY_CODE: Record<string, DeferralReason> = {
  EAUTH: 'sign-in-failed',
  ENOAUTH: 'sign-in-failed',
  EOAUTH2: 'sign-in-failed',
  ETLS: 'tls-failed',
  EREQUIRETLS: 'tls-failed',
  ETIMEDOUT: 'timed-out',
  EABORT: 'timed-out',
  EDNS: 'unreachable',
  EPROTOCOL: 'server-misbehaved',
};

const UNREACHABLE = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/** RFC 4954: what a server answers at any command when it wants a sign-in, or a better one. */
const AUTHENTICATION_CODES = new Set([530, 534, 535, 538]);

/**
 * Reads a failure as an outcome. Only a 5xx to this recipient or this message is final; a 5xx to our own greeting, sign-in or
 * sender is a fault of the settings, and the mail waits for its repair rather than being lost.
 *
 * @param bodySent whether the whole message had been handed to the connection when it failed.
 */
export function outcomeOfMailError(thrown: unknown, bodySent: boolean): MailOutcome {
  const error = mostTelling(thrown as MailError);
  const code = error.responseCode;
  const response = error.response ?? error.message;
  const refused = code !== undefined && code >= 500 && code !== 503 ? rejectionReason(error, code) : undefined;
  if (refused) return { kind: 'rejected', reason: refused, code: code as number, response };
  const reason = deferralReason(error);
  const mayHaveArrived = bodySent && code === undefined;
  const deferred: Deferred = { kind: 'deferred', reason, response, mayHaveArrived, alarm: ALARMING.has(reason) };
  return code === undefined ? deferred : { ...deferred, code };
}

/** With one recipient the reason lies in its own error, not in "all recipients were rejected". */
function mostTelling(error: MailError): MailError {
  return error.rejectedErrors?.[0] ?? error;
}

function rejectionReason(error: MailError, code: number): RejectionReason | undefined {
  if (AUTHENTICATION_CODES.has(code)) return undefined;
  if (error.command === 'RCPT TO') return 'recipient-refused';
  return error.command === 'DATA' ? 'message-refused' : undefined;
}

function deferralReason(error: MailError): DeferralReason {
  if (error.responseCode !== undefined && AUTHENTICATION_CODES.has(error.responseCode)) return 'sign-in-failed';
  if (error.command === 'MAIL FROM' && (error.responseCode ?? 0) >= 500) return 'sender-refused';
  const byCode = REASON_BY_CODE[error.code ?? ''];
  if (byCode) return byCode;
  if (error.responseCode !== undefined) return 'temporary-refusal';
  const cause = error.originalCode ?? '';
  if (/CERT|SELF_SIGNED|SSL|TLS/.test(cause)) return 'tls-failed';
  return UNREACHABLE.has(cause) ? 'unreachable' : 'connection-lost';
}
