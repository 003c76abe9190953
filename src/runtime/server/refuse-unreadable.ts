import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { answerHeaders } from '../../web/answer-headers.ts';

/** What Node's parser of HTTP finds wrong, by its code; anything else is no HTTP. */
const WRONG: Readonly<Record<string, readonly [status: number, reason: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'HeadersTooLarge', 'The head of a request may have 16 KB. Send fewer or shorter headers.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'TooLarge', 'Send the chunks of the body without extensions.'],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'TooSlow',
    'The request took too long to arrive. Nothing was changed. Send it again.',
  ],
};
/** Time enough to read a few lines. */
const LINGER_MS = 2_000;
const NO_HTTP = [400, 'Unreadable', 'This is not a request as HTTP has it. Nothing was changed.'] as const;

/**
 * Answers a request that never gets as far as the program with a problem, as every other, and hangs up: where it ends,
 * nobody knows. Without this, Node says a status and no more.
 *
 * @param origin the address that people open
 */
export function refuseUnreadable(origin: string): (error: NodeJS.ErrnoException, socket: Socket) => void {
  const headers = { ...answerHeaders(origin), 'Content-Type': 'application/problem+json', Connection: 'close' };
  return (error, socket) => {
    if (!socket.writable || isBeingAnswered(socket)) {
      socket.destroy();
      return;
    }
    const [status, reason, detail] = WRONG[error.code ?? ''] ?? NO_HTTP;
    const title = STATUS_CODES[status];
    const body = JSON.stringify({ type: 'about:blank', title, status, detail, reason });
    const head = Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body) });
    const lines = [`HTTP/1.1 ${status} ${title}`, ...head.map(([name, value]) => `${name}: ${value}`), '', body];
    // Whoever never hangs up, or reads nothing, would keep the connection: nobody else looks after it any more.
    socket.end(lines.join('\r\n'), () => socket.destroy());
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

/** A second head in the middle of an answer would be read as its body. Node asks the same before it answers by itself. */
function isBeingAnswered(socket: Socket & { _httpMessage?: { headersSent: boolean } }): boolean {
  return socket._httpMessage?.headersSent === true;
}
