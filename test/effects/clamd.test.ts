import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createClamdScanner } from '../../src/effects/clamd.ts';
import { createInspectUpload } from '../../src/effects/inspect-upload.ts';

/** Not a virus: the text that every scanner finds, cut in two so that none finds it here. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A daemon that speaks INSTREAM as ClamAV's does, and knows one virus. */
async function daemon(answerTo: (stream: Buffer, socket: Socket) => string | undefined) {
  const server = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const heard = Buffer.concat(chunks);
      const stream = readStream(heard);
      const answer = stream && answerTo(stream, socket);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return createInspectUpload(
    createClamdScanner({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, timeoutMs: 200 }),
  );
}

function readStream(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const clamav = (stream: Buffer) => (stream.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');
const text = (words: string) => new TextEncoder().encode(words);

describe('a file that a scanner looks into', () => {
  it('is taken when it is clean', async () => {
    const inspect = await daemon(clamav);
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toMatchObject({ ok: true });
  });

  it('is refused when it is infected', async () => {
    const inspect = await daemon(clamav);
    expect(await inspect(text(EICAR), 'letter.txt')).toEqual({ ok: false, reason: 'infected' });
  });

  it('is not even shown to the scanner when its kind is refused', async () => {
    let looks = 0;
    const inspect = await daemon(() => {
      looks += 1;
      return 'stream: OK';
    });
    expect(await inspect(text('<html>'), 'page.html')).toMatchObject({ ok: false, reason: 'kind-not-allowed' });
    expect(looks).toBe(0);
  });

  it.each([
    ['is silent', () => undefined],
    ['answers nonsense', () => 'INSTREAM size limit exceeded. ERROR'],
    ['claims a file that is not ours is clean', () => 'other: OK'],
    ['talks without end', () => 'x'.repeat(10_000)],
    [
      'hangs up',
      (_stream: Buffer, socket: Socket) => {
        socket.destroy();
        return undefined;
      },
    ],
  ])('is held when the scanner %s', async (_fault, answer) => {
    const inspect = await daemon(answer);
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toMatchObject({
      ok: false,
      reason: 'scanner-unavailable',
    });
  });

  it('is held when there is no scanner where one should be', async () => {
    const inspect = createInspectUpload(createClamdScanner({ host: '127.0.0.1', port: 1, timeoutMs: 200 }));
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toMatchObject({ reason: 'scanner-unavailable' });
  });
});
