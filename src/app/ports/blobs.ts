/** Bytes addressed by their hash. */
export interface BlobStore {
  /** Keeps the bytes; answers once they are durable. The same bytes twice are kept once. */
  put(bytes: Uint8Array | ReadableStream<Uint8Array>): Promise<{ readonly sha256: string; readonly size: number }>;
  /** Undefined when there is no such blob. */
  get(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>;
}
