/** A client's promise that it means one request: the key it sent, and the hash of what it asked. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: string;
}
