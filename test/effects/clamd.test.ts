import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createClamdScanner } from '../../src/effects/uploads/clamd.ts';
import { createInspectUpload } from '../../src/effects/uploads/inspect-upload.ts';
import { aClamd, clamav, EICAR } from './a-clamd.ts';

async function daemon(answerTo: Parameters<typeof aClamd>[0]) {
  const { port } = await aClamd(answerTo);
  return createInspectUpload(createClamdScanner({ host: '127.0.0.1', port, timeoutMs: 200 }));
}

const text = (words: string) => new TextEncoder().encode(words);

describe('a file that a scanner looks into', () => {
  it('is taken when it is clean', async () => {
    const inspect = await daemon(clamav);
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toEqual({
      ok: true,
      mime: 'text/plain',
      filename: 'letter.txt',
    });
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
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toMatchObject({ ok: true, isHeld: true });
  });

  it('is held when there is no scanner where one should be', async () => {
    const inspect = createInspectUpload(createClamdScanner({ host: '127.0.0.1', port: 1, timeoutMs: 200 }));
    expect(await inspect(text('Dear tribunal'), 'letter.txt')).toMatchObject({ ok: true, isHeld: true });
  });
});
