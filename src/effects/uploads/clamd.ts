import { connect, type Socket } from 'node:net';
import type { ScanForViruses } from './inspect-upload.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 4096;

/** Where the scanner listens: a ClamAV daemon on this machine or in its own network, never across the internet (it speaks in clear). */
export type ClamdOptions = { host: string; port: number; timeoutMs?: number };

/**
 * Scans with ClamAV's daemon (`INSTREAM`: the bytes with their length before them, then a length of nothing). Rejects when the
 * daemon is away, silent for `timeoutMs`, or answers anything but "OK" and "FOUND".
 */
export function createClamdScanner({ host, port, timeoutMs = DEFAULT_TIMEOUT_MS }: ClamdOptions): ScanForViruses {
  return async (bytes) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    try {
      const answer = await converse(socket, bytes);
      if (/^stream: OK\0?$/.test(answer)) return 'clean';
      if (/ FOUND\0?$/.test(answer)) return 'infected';
      throw new Error(`the virus scanner answered "${answer.slice(0, 200)}"`);
    } finally {
      socket.destroy();
    }
  };
}

function converse(socket: Socket, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('timeout', () => reject(new Error('the virus scanner did not answer in time')));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.length > MAX_ANSWER_BYTES) reject(new Error('the virus scanner answered too much'));
    });
    socket.on('end', () => resolve(answer.trim()));
    socket.on('close', () => reject(new Error('the virus scanner hung up')));
    socket.write('zINSTREAM\0');
    socket.write(lengthOf(bytes.byteLength));
    socket.write(bytes);
    socket.write(lengthOf(0));
  });
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}
