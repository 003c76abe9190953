import { makeZip, predictLength } from 'client-zip';
import type { Context } from 'hono';
import { type BundledFile, type ExhibitBundle, readExhibitBundle } from '../../app/documents/read-exhibit-bundle.ts';
import { problem } from '../problems/problem.ts';
import { attachmentHeader } from '../requests/attachment-header.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';

const SECONDS_TO_RENDER = 10;

/** The list of what is in evidence in a case, as a PDF. */
export function exhibitIndexAnswer(ports: WebPorts, c: Context<WebEnv>, caseId: string): Promise<Response> {
  return withIndex(ports, c, caseId, ({ reference }, index) => {
    sendAs(c, 'application/pdf', `${reference} index.pdf`, BigInt(index.byteLength));
    return c.req.method === 'HEAD' ? c.body(null, 200) : c.body(new Uint8Array(index), 200);
  });
}

/** The list, and the file of each exhibit, in one archive. */
export function exhibitBundleAnswer(ports: WebPorts, c: Context<WebEnv>, caseId: string): Promise<Response> {
  return withIndex(ports, c, caseId, (bundle, index) => {
    const entries = [indexEntry(bundle, index), ...bundle.files.map(entryOf)];
    sendAs(c, 'application/zip', `${bundle.reference}.zip`, predictLength(entries));
    if (c.req.method === 'HEAD') return c.body(null, 200);
    return c.body(makeZip(opened(entries, bundle.files)), 200);
  });
}

/** The index is set before anything is sent: where that fails, the caller is told to come back. */
async function withIndex(
  ports: WebPorts,
  c: Context<WebEnv>,
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
