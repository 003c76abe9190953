import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import type { KeptHead } from '../../app/heads/registry-head.ts';
import { HEAD_ALGORITHM } from './head-keys.ts';

/** So that nothing else that was signed with the key is taken for a head. */
const TYPE = 'parley-head+jws';

const headSchema = z.strictObject({
  registry: z.string(),
  row: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** A head as one line: a compact JSON Web Signature (RFC 7515) whose payload is the head as JSON. */
export async function signHead({ keys }: JSONWebKeySet, head: KeptHead): Promise<string> {
  const key = keys.find(({ d }) => d !== undefined);
  if (!key?.kid) throw new Error('None of the keys for heads can sign; put the one that can back');
  const { registry, row, hash, at } = head;
  return new CompactSign(new TextEncoder().encode(JSON.stringify({ registry, row, hash, at })))
    .setProtectedHeader({ alg: HEAD_ALGORITHM, kid: key.kid, typ: TYPE })
    .sign(await importJWK(key, HEAD_ALGORITHM));
}

/** The head in a line that one of these keys signed; undefined for any other text. */
export async function readHead(keys: JSONWebKeySet, line: string): Promise<KeptHead | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(line, createLocalJWKSet(publicOf(keys)), {
      algorithms: [HEAD_ALGORITHM],
    });
    if (protectedHeader.typ !== TYPE) return undefined;
    return headSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return undefined;
  }
}

function publicOf({ keys }: JSONWebKeySet): JSONWebKeySet {
  return { keys: keys.map(({ d: _, ...key }) => key) };
}
