import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import type { BlobStore } from '../../src/app/ports/blobs.ts';
import { checkDefinition } from '../../src/domain/definition/check/check-definition.ts';
import { readDefinition } from '../../src/domain/definition/check/read-definition.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { runScenario } from '../../src/domain/rehearsal/run-scenario.ts';
import { inspectUpload } from '../../src/effects/uploads/inspect-upload.ts';
import { createApp } from '../../src/web/app.ts';
import type { DemoMessage, DemoPorts } from '../../src/web/demo-ports.ts';
import type { RateLimits } from '../../src/web/limits/rate-limits.ts';
import type { WebEnv } from '../../src/web/web-env.ts';
import type { RequestLine, WebPorts } from '../../src/web/web-ports.ts';
import { processFor } from '../a-process.ts';
import { afterwards, EVERYONE, type Happening, STORY } from '../app/a-dispute.ts';
import type { TestTribunal } from '../app/a-tribunal.ts';
import { expectDocumented } from './documented.ts';

export type Name = keyof typeof EVERYONE | 'stranger';

export interface WebOptions {
  /** What happened in Ada's dispute before. Default: as far as the member's assignment. */
  readonly happenings?: readonly Happening[];
  /** Another process than Ada's usual one. */
  readonly process?: DefinitionInput;
  readonly origin?: string;
  readonly mode?: 'demo' | 'production';
  readonly rateLimits?: RateLimits;
  /** Instead of what the registry and the clock would do. */
  readonly ports?: Partial<WebPorts>;
}

export interface RequestOptions {
  readonly json?: unknown;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

/** The whole web over a real registry, as the people of Ada's dispute meet it. Every answer is held against the document. */
export interface TestWeb {
  readonly tribunal: TestTribunal;
  readonly blobs: BlobStore;
  readonly app: OpenAPIHono<WebEnv>;
  readonly lines: readonly RequestLine[];
  readonly errors: readonly unknown[];
  readonly turned: readonly string[];
  readonly origin: string;
  token(name: Name): string;
  as(name: Name, method: string, path: string, options?: RequestOptions): Promise<Response>;
}

/** Nobody in a test is slowed down, but by a test about it. */
const PLENTY = { burst: 1_000_000, perSecond: 1_000_000 };
const NO_LIMITS: RateLimits = { user: PLENTY, address: PLENTY, signIn: PLENTY, rehearsal: PLENTY, upload: PLENTY };

export async function aWeb(options: WebOptions = {}): Promise<TestWeb> {
  const { origin = 'http://localhost', mode = 'demo', rateLimits = NO_LIMITS } = options;
  const tribunal = await afterwards(options.happenings ?? STORY.assigned, undefined, options.process);
  // Ada's case bears the first number of the year.
  await tribunal.registry.commit((tx) => tx.takeReference('DEP', 2026));
  const [lines, errors, turned]: [RequestLine[], unknown[], string[]] = [[], [], []];
  const ports: WebPorts = {
    ...tribunal,
    ...tribunal.process,
    processOf: () => tribunal.process,
    blobs: blobsInMemory(),
    check: checkText,
    runScenarios: (definition) => definition.scenarios.map((one) => runScenario(processFor(definition), one)),
    settings: { mode, origin, rateLimits },
    log: (line) => lines.push(line),
    logError: (error) => errors.push(error),
    metrics: async () => ({ contentType: 'text/plain; version=0.0.4; charset=utf-8', text: 'parley_cases 1\n' }),
    readiness: async () => [{ name: 'database', ok: true }],
    inspectUpload,
    renderDocument,
    addressOf: (_, headers) => headers.get('x-test-address') ?? '192.0.2.1',
    ...(mode === 'demo' ? { demo: demoPorts(turned) } : {}),
    ...options.ports,
  };
  const app = createApp(ports);
  const tokens = await tokensOf(tribunal);
  const token = (name: Name) => tokens.get(name) ?? '';
  return {
    tribunal,
    blobs: ports.blobs,
    app,
    lines,
    errors,
    turned,
    origin,
    token,
    async as(name, method, path, { json, body, headers = {} } = {}) {
      const response = await app.request(`${origin}${path}`, {
        method,
        headers: {
          ...(name === 'stranger' ? {} : { authorization: `Bearer ${token(name)}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined || method === 'GET' ? {} : { body: JSON.stringify(json) }),
        ...(body === undefined ? {} : { body }),
      });
      if (response.status === 500 && !options.ports) throw errors.at(-1);
      await expectDocumented(app, method, path, response.clone());
      return response;
    },
  };
}

async function tokensOf(tribunal: TestTribunal): Promise<ReadonlyMap<Name, string>> {
  const tokens = new Map<Name, string>();
  for (const [name, { email }] of Object.entries(EVERYONE)) {
    tokens.set(name as Name, (await issueToken(tribunal, email))?.token ?? '');
  }
  return tokens;
}

/** Typeset as it is when it is served; the typesetter is loaded by who asks for it. */
const renderDocument: WebPorts['renderDocument'] = async (content, { name, address }, link) => {
  const { documentModelOf } = await import('../../src/effects/documents/document-model-of.ts');
  const { renderDocument: render } = await import('../../src/effects/documents/render-document.ts');
  const answer = link ? { answerAt: link } : {};
  return render(documentModelOf(content, { name: name.en ?? '', address: address.en ?? '' }, answer));
};

/** Bytes by their hash, for as long as the test runs. */
function blobsInMemory(): BlobStore {
  const blobs = new Map<string, Uint8Array>();
  return {
    async put(content) {
      const bytes = content instanceof Uint8Array ? content : await new Response(content).bytes();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      blobs.set(sha256, bytes);
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256) {
      const bytes = blobs.get(sha256);
      return bytes && (new Blob([new Uint8Array(bytes)]).stream() as ReadableStream<Uint8Array>);
    },
  };
}

function checkText(text: string) {
  const read = readDefinition(text);
  if ('problems' in read) return { problems: read.problems, definition: undefined };
  const { problems, definition } = checkDefinition(read.json);
  return { problems, definition };
}

/** One mail that tries to be more than a mail. */
export const HOSTILE_MAIL: DemoMessage = {
  key: 'case/notice/email',
  to: 'ben@example.org',
  subject: '<script>alert(1)</script>',
  status: 'held',
  at: '2026-03-02T17:00:00.000Z',
  text: 'Your code is 123456.\n</pre><script>alert(2)</script>',
  html: '<p style="color:red">Hello</p><script>alert(3)</script>',
};

function demoPorts(turned: string[]): DemoPorts {
  return {
    people: [
      { email: 'ada@example.org', name: 'Ada Byron', part: 'applicant' },
      { email: 'rita@example.org', name: 'Rita', part: 'registrar' },
    ],
    async advanceClock(duration) {
      turned.push(duration);
      return { now: '2026-03-17T17:00:00.000Z', ran: 2 };
    },
    listMail: async () => [HOSTILE_MAIL],
    readMail: async (key) => (key === HOSTILE_MAIL.key ? HOSTILE_MAIL : undefined),
  };
}
