import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Not a virus: the text that every scanner finds, cut in two so that none finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

type AnswerTo = (stream: Buffer, socket: Socket) => string | undefined;

/** Knows one virus. */
export const clamav: AnswerTo = (stream) => (stream.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');

/** A daemon that speaks INSTREAM as ClamAV's does, until it is stopped or the test is over. */
export async function aClamd(answerTo: AnswerTo, port = 0): Promise<{ readonly port: number; stop(): void }> {
  const server = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const stream = readStream(Buffer.concat(chunks));
      const answer = stream && answerTo(stream, socket);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => void server.close();
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, stop };
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
