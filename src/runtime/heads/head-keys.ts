import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { z } from 'zod';

/** EdDSA over Curve25519, by the one name that says both (RFC 9864). */
export const HEAD_ALGORITHM = 'Ed25519';

/** One that has `d` can sign; without it (an earlier machine's), what it signed can be read. */
const keySetSchema = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        d: z.string().exactOptional(),
        kid: z.string(),
      }),
    )
    .min(1),
});

/**
 * The keys with which a tribunal's heads are signed; made, with one key, where the file is not there.
 *
 * @param file a JSON Web Key Set (RFC 7517)
 * @throws with what to do when the file is not a set of such keys
 */
export async function headKeys(file: string): Promise<JSONWebKeySet> {
  if (!existsSync(file)) await makeKeys(file);
  return readHeadKeys(file);
}

/**
 * The same for who only reads what was signed.
 *
 * @throws when the file is not there, too
 */
export function readHeadKeys(file: string): JSONWebKeySet {
  const read = keySetSchema.safeParse(parse(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  if (read.success) return read.data;
  throw new Error(
    `${file} is not a set of Ed25519 keys with their ids; put back the one with which the heads were signed`,
  );
}

async function makeKeys(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair(HEAD_ALGORITHM, { extractable: true });
  const key = await exportJWK(privateKey);
  const keys = [{ ...key, kid: await calculateJwkThumbprint(key), alg: HEAD_ALGORITHM, use: 'sig' }];
  try {
    writeFileSync(file, `${JSON.stringify({ keys })}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another program on the same folder was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
