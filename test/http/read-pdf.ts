import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader, and a screen reader, find in a PDF. */
export interface ReadPdf {
  /** In reading order, without the breaks of its lines. */
  readonly words: string;
  readonly title: string;
  readonly language: string | undefined;
  /** PDF/UA: marked, structured, and says so. */
  readonly isAccessible: boolean;
  /** Kinds of structure that occur: `H1`, `P`, `L`. */
  readonly tags: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  const { info } = await (await getDocumentProxy(new Uint8Array(bytes))).getMetadata();
  return {
    words: text.replaceAll('\u200B', '').replace(/\s+/g, ' '),
    title: String((info as { Title?: unknown }).Title ?? ''),
    language: /\/Lang\s*\(([^)]+)\)/i.exec(raw)?.[1],
    isAccessible:
      /\/StructTreeRoot/.test(raw) &&
      /\/MarkInfo\s*<<[^>]*\/Marked true/.test(raw) &&
      /<pdfuaid:part>1<\/pdfuaid:part>/.test(raw),
    tags: [...new Set([...raw.matchAll(/\/S\s*\/(\w+)\b/g)].map((match) => match[1] ?? ''))],
  };
}
