import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { answerHeaders } from '../../web/answer-headers.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';

/** What answers requests: an app's `fetch`. */
export type Answer = (request: Request, environment: never) => Response | Promise<Response>;

export interface Listening {
  readonly port: number;
  /** From now on, requests are answered by this; until then, all hear that the server is starting. */
  answerWith(answer: Answer): void;
  /** Takes no new requests and waits for those under way, then hangs up on who is left. */
  close(graceMs: number): Promise<void>;
}

/** A client that takes longer to say what it wants is not served: it would hold a place for others. */
const HEADERS_TIMEOUT_MS = 15_000;
/** 25 MB over a slow line. */
const REQUEST_TIMEOUT_MS = 300_000;
/** Longer than the proxies in front keep theirs, so that they never speak into a closed line. */
const KEEP_ALIVE_MS = 65_000;
const MAX_CONNECTIONS = 4_000;

/**
 * Listens for HTTP.
 *
 * @param origin the address that people open, where it is known already
 * @throws with what to set when the port is taken or not ours to take.
 */
export async function listen(port: number, host: string | undefined, origin = ''): Promise<Listening> {
  let answer: Answer = () => starting(origin);
  const server = createAdaptorServer({
    fetch: (request, environment) => answer(request, environment as never),
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', refuseUnreadable(origin));
  await bind(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    answerWith(next) {
      answer = next;
    },
    close: (graceMs) => closeGently(server, graceMs),
  };
}

function bind(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, port, host))));
    server.listen(port, host, resolve);
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use; stop the program that has it, or set PORT to another`;
  if (error.code === 'EACCES') return `Port ${port} is not open to this user; set PORT to one from 1024 up`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${host}", which is no address of this machine; leave it unset to listen on all`;
  return `Cannot listen on port ${port}: ${error.message}`;
}

function starting(origin: string): Response {
  const headers = { ...answerHeaders(origin), 'content-type': 'application/problem+json' };
  return Response.json(
    { type: 'about:blank', title: 'Parley is starting', status: 503, reason: 'Starting' },
    { status: 503, headers: { ...headers, 'retry-after': '1' } },
  );
}

async function closeGently(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A connection that is kept alive becomes idle when its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const hangUp = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(hangUp);
}
