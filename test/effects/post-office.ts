import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A letter as it arrived: its envelope, and what a mail reader makes of it. */
export type Letter = { from: string; to: string[]; dsn: unknown; raw: string; email: Email };

export type PostOffice = {
  url: (scheme?: 'smtp' | 'smtps', user?: string) => string;
  letters: Letter[];
  /** How often someone came to the door. */
  connections: () => number;
  /** Hangs up on everyone, without a word. */
  hangUp: () => void;
  /** Says something to everyone, unasked. */
  drip: (words: string) => void;
  close: () => Promise<void>;
};

/** A fault the post office plays. `onLetter` may return an SMTP error, or never answer. */
export type Script = Omit<SMTPServerOptions, 'onData'> & {
  onLetter?: (letter: Letter, office: PostOffice) => Error | undefined | 'silence';
};

/** An SMTP error with a code, as a server says it. */
export function smtpError(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

/** Opens a real mail server on loopback. */
export async function openPostOffice(script: Script = {}): Promise<PostOffice> {
  const { onLetter, ...options } = script;
  const letters: Letter[] = [];
  let visits = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.onAuth ? [] : ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    logger: false,
    ...options,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const letter = await readLetter(Buffer.concat(chunks), session);
        const answer = onLetter?.(letter, office);
        if (answer === 'silence') return;
        if (answer) return done(answer);
        letters.push(letter);
        done();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const office: PostOffice = {
    url: (scheme = 'smtp', user = '') => `${scheme}://${user && `${user}@`}127.0.0.1:${port}`,
    letters,
    connections: () => visits,
    hangUp: () => {
      for (const visit of server.connections) (visit as unknown as Visit)._socket.destroy();
    },
    drip: (words) => {
      for (const visit of server.connections) (visit as unknown as Visit)._socket.write(words);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return office;
}

type Visit = { _socket: { destroy(): void; write(words: string): void } };

async function readLetter(raw: Buffer, session: SMTPServerSession): Promise<Letter> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    dsn: (session.envelope as { dsn?: unknown }).dsn,
    raw: raw.toString('latin1'),
    email: await PostalMime.parse(raw),
  };
}
