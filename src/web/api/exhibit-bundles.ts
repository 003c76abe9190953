import { OpenAPIHono } from '@hono/zod-openapi';
import { makeZip, predictLength } from 'client-zip';
import type { Context } from 'hono';
import { type BundledFile, type ExhibitBundle, readExhibitBundle } from '../../app/documents/read-exhibit-bundle.ts';
import { problem } from '../problems/problem.ts';
import { attachmentHeader } from '../requests/attachment-header.ts';
import { type Call, route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams } from './schemas/common.ts';

const SECONDS_TO_RENDER = 10;

/** What is in evidence, to take along: a list to print, and with it the files in one archive. */
export function exhibitBundleRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  route(
    app,
    {
      ...ofCase('exhibits.pdf', 'application/pdf'),
      name: 'readExhibitIndex',
      summary: 'Download the index of the evidence',
      description: 'A tagged PDF: numbers, what each exhibit shows, dates, files and their SHA-256.',
    },
    (c, { params: { id } }) =>
      withIndex(c, ports, id, ({ reference }, index) => {
        sendAs(c, 'application/pdf', `${reference} index.pdf`, BigInt(index.byteLength));
        return c.req.method === 'HEAD' ? c.body(null, 200) : c.body(new Uint8Array(index), 200);
      }),
  );
  route(
    app,
    {
      ...ofCase('exhibits.zip', 'application/zip'),
      name: 'readExhibitBundle',
      summary: 'Download the evidence in one archive',
      description: 'The index and the file of each exhibit, as they stand now. What was withdrawn is not in it.',
    },
    (c, { params: { id } }) =>
      withIndex(c, ports, id, (bundle, index) => {
        const entries = [indexEntry(bundle, index), ...bundle.files.map(entryOf)];
        sendAs(c, 'application/zip', `${bundle.reference}.zip`, predictLength(entries));
        if (c.req.method === 'HEAD') return c.body(null, 200);
        return c.body(makeZip(opened(entries, bundle.files)), 200);
      }),
  );
  return app;
}

function ofCase(name: string, type: string) {
  return {
    method: 'get',
    path: `/cases/{id}/${name}`,
    group: 'Documents',
    access: 'user',
    params: idParams,
    answers: {
      200: {
        description: 'Its bytes.',
        content: { [type]: { schema: { type: 'string', contentMediaType: type } } },
      },
    },
    problems: ['NotFound', 'DocumentNotReady'],
  } as const satisfies Partial<Call<typeof idParams, undefined, undefined>>;
}

/** The index is set before anything is sent: where that fails, the caller is told to come back. */
async function withIndex(
  c: Context<WebEnv>,
  ports: WebPorts,
  caseId: string,
  answer: (bundle: ExhibitBundle, index: Uint8Array) => Response,
): Promise<Response> {
  const bundle = readExhibitBundle(ports, c.get('viewer'), caseId, c.get('language'));
  if (!bundle) return problem(c, 'NotFound');
  try {
    return answer(bundle, await ports.renderDocument(bundle.index, bundle.tribunal));
  } catch (error) {
    ports.logError(error, 'exhibits');
    c.header('Retry-After', String(SECONDS_TO_RENDER));
    return problem(c, 'DocumentNotReady');
  }
}

function sendAs(c: Context<WebEnv>, type: string, filename: string, length: bigint): void {
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox");
  c.header('Content-Disposition', attachmentHeader(filename));
  c.header('Content-Type', type);
  c.header('Content-Length', String(length));
}

function indexEntry({ reference, index }: ExhibitBundle, bytes: Uint8Array) {
  return {
    name: `${reference} index.pdf`,
    size: bytes.byteLength,
    lastModified: index.issuedAt,
    input: new Uint8Array(bytes),
  };
}

function entryOf({ name, size, filedAt }: BundledFile) {
  return { name, size, lastModified: filedAt };
}

type Entry = ReturnType<typeof entryOf> & { readonly input?: Uint8Array<ArrayBuffer> };

/** One file after the other, each read while it is sent: a bundle is never in memory. */
async function* opened([index, ...entries]: readonly Entry[], files: readonly BundledFile[]) {
  if (index?.input) yield { ...index, input: index.input };
  for (const [place, entry] of entries.entries()) {
    const file = files[place];
    if (file) yield { ...entry, input: await file.open() };
  }
}
