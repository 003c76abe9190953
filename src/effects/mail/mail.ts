import type { Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { MailServerAddress } from './connect-by-name.ts';
import { addressMail, composeMail, type Mailbox, type MailMessage, strictMailbox } from './mail-message.ts';
import { type MailOutcome, outcomeOfMailError } from './mail-outcome.ts';
import { readSmtpSettings } from './smtp-settings.ts';

/** Hands one mail to the mail server. Never throws for what a server, a network or an address does. */
export type SendMail = (message: MailMessage) => Promise<MailOutcome>;

export type Mailer = {
  send: SendMail;
  /** Lets what is on its way finish, for at most `graceMs`, then hangs up. */
  close: (graceMs?: number) => Promise<void>;
};

export type MailerOptions = {
  /** `SMTP_URL`: see `readSmtpSettings`. */
  url: string;
  from: Mailbox;
  /** Longest silence of the server, in milliseconds, at each step. A whole mail may take four times as long. */
  timeoutMs?: number;
  maxConnections?: number;
  /** A private certificate authority to trust, as PEM. */
  ca?: string;
  /** Where connecting is another matter than on Node. */
  connect?: (server: MailServerAddress, timeoutMs: number) => Promise<Socket>;
};

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_CONNECTIONS = 3;
const DEFAULT_GRACE_MS = 10_000;

/**
 * Opens a pool of connections to the mail server (lazily: nothing is connected before the first mail).
 *
 * @throws with what to set when `SMTP_URL` or the sender's address cannot be used.
 */
export function createMailer(options: MailerOptions): Mailer {
  const from = strictMailbox(options.from);
  if (!from)
    throw new Error(`the sender "${options.from.address}" is not an e-mail address; set one like tribunal@example.org`);
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const pool = openPool(options, timeoutMs);
  const transport = createTransport(pool);

  const send: SendMail = async (message) => {
    const envelope = addressMail(message, from);
    if (envelope.kind === 'rejected') return envelope;
    const body = watchBody();
    const mail = { ...composeMail(message, envelope), signal: AbortSignal.timeout(timeoutMs * 4), parleyBody: body };
    try {
      const info = await transport.sendMail(mail);
      return { kind: 'accepted', response: info.response };
    } catch (error) {
      return outcomeOfMailError(error, body.isSent());
    }
  };

  // The transform sees the message pass on its way to the socket, after the server said "354 go ahead".
  transport.use('stream', (mail, done) => {
    mail.message.transform((mail.data as { parleyBody: BodyWatch } & typeof mail.data).parleyBody.stream);
    done();
  });
  return { send, close: (graceMs = DEFAULT_GRACE_MS) => closePool(pool, graceMs) };
}

function openPool(options: MailerOptions, timeoutMs: number): SMTPPool {
  const { host, port, implicitTls, requireTls, auth } = readSmtpSettings(options.url);
  const { connect } = options;
  return new SMTPPool({
    pool: true,
    ...(connect && {
      getSocket(_, done) {
        connect({ host, port, implicitTls }, timeoutMs).then(
          (connection) => done(null, { connection, secured: implicitTls }),
          (error: Error) => done(error, undefined),
        );
      },
    }),
    host,
    port,
    secure: implicitTls,
    requireTLS: requireTls,
    ...(auth && { auth, forceAuth: true }),
    tls: { minVersion: 'TLSv1.2', ...(options.ca && { ca: options.ca }) },
    maxConnections: options.maxConnections ?? DEFAULT_CONNECTIONS,
    // Only a message of which not one byte was sent goes back into the queue; all else is an outcome.
    maxRequeues: 1,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

type BodyWatch = { stream: () => Transform; isSent: () => boolean };

/** Knows whether the whole message went out: after that, silence no longer means that it did not arrive. */
function watchBody(): BodyWatch {
  let sent = false;
  const stream = () =>
    new Transform({
      transform: (chunk, _encoding, done) => done(null, chunk),
      flush: (done) => {
        sent = true;
        done();
      },
    });
  return { stream, isSent: () => sent };
}

async function closePool(pool: SMTPPool, graceMs: number): Promise<void> {
  const until = performance.now() + graceMs;
  while (pool.pendingCount() > 0 && performance.now() < until) await sleep(20);
  pool.close({ force: true });
}
