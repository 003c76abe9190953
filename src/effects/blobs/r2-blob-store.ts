import { createHash } from 'node:crypto';
import type { BlobStore } from '../../app/ports/blobs.ts';

/** What we use of a bucket. */
export interface Bucket {
  put(key: string, bytes: Uint8Array, options: { readonly sha256: string }): Promise<unknown>;
  get(key: string): Promise<{ readonly body: unknown } | null>;
  head(key: string): Promise<object | null>;
}

/**
 * Keeps files in an R2 bucket, each under its hash, which R2 checks as it takes them.
 *
 * @param folder what stands before the hash, so that tribunals can share a bucket
 */
export function createR2BlobStore(bucket: Bucket, folder: string): BlobStore {
  const keyOf = (sha256: string) => `${folder}/${sha256}`;
  return {
    async put(content) {
      const bytes = content instanceof Uint8Array ? content : await bytesOf(content);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (!(await bucket.head(keyOf(sha256)))) await bucket.put(keyOf(sha256), bytes, { sha256 });
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256) {
      const found = await bucket.get(keyOf(sha256));
      return (found?.body as ReadableStream<Uint8Array> | undefined) ?? undefined;
    },
  };
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
