import type { Context } from 'hono';
import type { DocumentContent } from '../../../domain/fact.ts';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { factsOf, type RegisterEntry } from './register-page.tsx';
import { standingInWords } from './standing-tag.tsx';

/** A PDF is 30 KB or so. */
const KEPT = 50;

/**
 * A published decision as a PDF: what its page says, and no more. It is set when somebody asks, for what has become of
 * the decision stands on it; the newest few are kept, and a reader who has it already is told so.
 */
export async function decisionPdf(c: Context<WebEnv>, ports: WebPorts, entry: RegisterEntry): Promise<Response> {
  const content = contentOf(entry, c.get('language'));
  const etag = `"${ports.ids.hash(JSON.stringify([content, ports.tribunal.name]))}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'public, max-age=300');
  c.header('Vary', 'Accept-Language, Cookie');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  const bytes = keptOf(ports).get(etag) ?? new Uint8Array(await ports.renderDocument(content, ports.tribunal));
  keep(ports, etag, bytes);
  c.header('Content-Disposition', attachmentHeader(`${entry.decision.reference}.pdf`));
  return c.body(bytes, 200, { 'content-type': 'application/pdf' });
}

type Bytes = Uint8Array<ArrayBuffer>;
const kept = new WeakMap<object, Map<string, Bytes>>();

function keptOf({ registry }: WebPorts): Map<string, Bytes> {
  const known = kept.get(registry) ?? new Map<string, Bytes>();
  kept.set(registry, known);
  return known;
}

/** The one asked for longest ago makes room. */
function keep(ports: WebPorts, etag: string, bytes: Bytes): void {
  const all = keptOf(ports);
  all.delete(etag);
  all.set(etag, bytes);
  const [oldest] = all.keys();
  if (all.size > KEPT && oldest) all.delete(oldest);
}

function contentOf(entry: RegisterEntry, language: string): DocumentContent {
  const { decision, zone } = entry;
  const words = wordsFor(language);
  const ended = decision.standing === 'in-force' ? [] : [standingInWords(words, zone, decision)];
  return {
    template: 'decision',
    language: words.lang,
    title: decision.title,
    reference: decision.reference,
    issuedAt: decision.issuedAt,
    issuedOn: decision.publishedOn ?? decision.publishedAt.slice(0, 10),
    parties: [],
    sections: [{ paragraphs: [...ended, factsOf(words, entry), words.register.initials] }],
    reasons: decision.summary.split('\n\n').filter(Boolean),
    ...(decision.order ? { orders: decision.order.terms } : {}),
    ...(decision.order?.amount === undefined ? {} : { amount: decision.order.amount }),
    currency: decision.order?.currency ?? 'CAD',
  };
}
