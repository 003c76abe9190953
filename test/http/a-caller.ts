/** What a server answered, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  json<T>(): T;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly body?: FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a server over the network, as one person from one address of theirs. */
export interface Caller {
  readonly origin: string;
  readonly token: string | undefined;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** The JSON of a call that must succeed; what else it answers is thrown. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, json?: unknown, headers?: Readonly<Record<string, string>>): Promise<T>;
}

let people = 0;

/** Everyone comes from an address of their own, as the proxy in front of the server, or Cloudflare, says. */
function ownAddress(): string {
  people += 1;
  return `198.51.${100 + (Math.floor(people / 250) % 100)}.${(people % 250) + 1}`;
}

export function aCaller(origin: string, token?: string): Caller {
  const address = ownAddress();
  const caller: Caller = {
    origin,
    token,
    async call(method, path, { json, body, headers = {} } = {}) {
      const ask = () =>
        fetch(`${origin}${path}`, {
          method,
          headers: {
            'x-forwarded-for': address,
            'cf-connecting-ip': address,
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(json === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
          ...(body === undefined ? {} : { body }),
        });
      return answerOf(await onAnOpenLine(ask));
    },
    get: async (path) => succeeded(await patiently(() => caller.call('GET', `/api/v1${path}`)), path),
    post: async (path, json = {}, headers = {}) =>
      succeeded(await caller.call('POST', `/api/v1${path}`, { json, headers }), path),
  };
  return caller;
}

/** Who asks too often is told when to ask again, and does. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask();
  if (answer.status !== 429) return answer;
  await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get('retry-after')) * 1_000));
  return patiently(ask);
}

/** A client keeps a few lines open, and each of them may have been closed. */
const LINES = 5;

/** Who refuses a body unread may close the line behind it, and the next request on it finds that out. */
async function onAnOpenLine(ask: () => Promise<Response>, lines = LINES): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    const isClosed = ((error as Error).cause as { code?: string } | undefined)?.code === 'EPIPE';
    if (isClosed && lines > 1) return onAnOpenLine(ask, lines - 1);
    throw error;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = await response.bytes();
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, bytes, text, json: <T>() => JSON.parse(text) as T };
}

function succeeded<T>({ status, text, json }: Answer, path: string): T {
  if (status < 200 || status > 299) throw new Error(`${path} answered ${status}: ${text}`);
  return json<T>();
}
