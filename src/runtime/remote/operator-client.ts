import { setTimeout as pause } from 'node:timers/promises';
import { HOME } from '../../app/registry-of.ts';

/** A registry of a Worker, as its operator reaches it. */
export interface OperatorClient {
  readonly registry: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  delete<T>(path: string): Promise<T>;
  /** The bytes of a file; undefined when there is none. */
  file(sha256: string): Promise<Uint8Array | undefined>;
  putFile(bytes: Uint8Array): Promise<void>;
}

/** A Worker that is being deployed, or an object that moves, is away for seconds. */
const TRIES = 5;
const FIRST_PAUSE_MS = 500;

/**
 * @param address `https://tribunal.example.org`, or with a registry's name behind it: `https://tribunal.example.org/east`
 * @throws with what to set when the address or the secret is not usable
 */
export function operatorClient(address: string, secret: string | undefined): OperatorClient {
  if (!URL.canParse(address)) throw new Error(`"${address}" is no address; give one like https://tribunal.example.org`);
  if (!secret) throw new Error('OPERATOR_SECRET is missing; set it to that of the Worker');
  const { origin, pathname } = new URL(address);
  const registry = pathname.slice(1) || HOME;
  const base = `${origin}/operator/${registry}`;
  const headers = { authorization: `Bearer ${secret}` };

  return {
    registry,
    get: async (path) => answerOf(await ask('GET', path)),
    post: async (path, body = {}) =>
      answerOf(await ask('POST', path, { 'content-type': 'application/json' }, JSON.stringify(body))),
    delete: async (path) => answerOf(await ask('DELETE', path)),
    async file(sha256) {
      const response = await ask('GET', `/files/${sha256}`);
      if (response.status === 404) return undefined;
      if (!response.ok) return answerOf(response);
      return new Uint8Array(await response.arrayBuffer());
    },
    async putFile(bytes) {
      await answerOf(await ask('PUT', '/files', {}, bytes));
    },
  };

  /** Everything that is asked may be asked again. */
  async function ask(method: string, path: string, more = {}, body?: string | Uint8Array): Promise<Response> {
    const given = body === undefined ? {} : { body: body as string };
    const request = { method, headers: { ...headers, ...more }, redirect: 'manual', ...given } as const;
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(base + path, request).catch((error: Error) => error);
      const isAway = response instanceof Error || response.status === 503;
      if (!isAway) return response;
      if (tried === TRIES) return givenUp(response);
      await pause(FIRST_PAUSE_MS * 2 ** (tried - 1));
    }
  }

  function givenUp(response: Response | Error): Response {
    if (response instanceof Response) return response;
    throw new Error(`${origin} cannot be reached: ${response.message}`, { cause: response });
  }

  async function answerOf<T>(response: Response): Promise<T> {
    const text = await response.text();
    const answer = parse(text) as { refused?: string } | undefined;
    if (response.ok && answer !== undefined) return answer as T;
    if (answer?.refused !== undefined) throw new Error(answer.refused);
    if (response.status === 404) throw new Error(`${base} is not there; is OPERATOR_SECRET that of the Worker?`);
    throw new Error(`${base} answered ${response.status}: ${text.slice(0, 300)}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
