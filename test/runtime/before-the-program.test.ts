import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { listen } from '../../src/runtime/server/listen.ts';
import { problemResponse } from '../../src/runtime/worker/problem-response.ts';

function expectCareful({ headers }: Response, what: string): void {
  expect(headers.get('content-security-policy'), what).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(headers.get('cache-control'), what).toBe('no-store');
  expect(headers.get('strict-transport-security'), what).toBe('max-age=63072000; includeSubDomains');
  expect(headers.get('content-type'), what).toBe('application/problem+json');
}

it('a browser that comes while the server starts is told to be careful, too', async () => {
  const listening = await listen(0, '127.0.0.1', 'https://tribunal.example');
  const answer = await fetch(`http://127.0.0.1:${listening.port}/`);
  await listening.close(0);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expectCareful(answer, 'while it starts');
});

it('and so is one to which a Worker answers before any registry does', () => {
  expectCareful(problemResponse(404, 'Not found', 'NotFound'), 'nothing here');
});

it.each([
  ['is no HTTP', 'Good morning\r\n\r\n', 400, 'Unreadable'],
  [
    'has a head without end',
    `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'HeadersTooLarge',
  ],
])('what %s hears so as a problem', async (_, request, status, reason) => {
  const listening = await listen(0, '127.0.0.1', 'https://tribunal.example');
  const heard = await heardAfter(listening.port, request);
  await listening.close(0);
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  expect(first).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  const headers = new Headers(lines.map((line) => line.split(': ', 2) as [string, string]));
  expectCareful(new Response(null, { headers }), reason);
  expect(JSON.parse(body)).toMatchObject({ status, reason });
  expect(headers.get('content-length')).toBe(String(body.length));
});

it('nonsense after a request leaves the answer to that request whole', async () => {
  const listening = await listen(0, '127.0.0.1');
  const heard = await heardAfter(listening.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\nGood morning\r\n\r\n');
  await listening.close(0);
  const answers = heard.split(/(?=HTTP\/1\.1 )/);
  for (const answer of answers) {
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    if (length) expect(body).toHaveLength(Number(length));
  }
  expect(answers.length).toBeLessThanOrEqual(2);
});

it('who never hangs up is hung up on', async () => {
  const listening = await listen(0, '127.0.0.1');
  const socket = connect({ port: listening.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.resume();
  socket.write('Good morning\r\n\r\n');
  await new Promise((resolve) => socket.once('end', resolve));
  const began = performance.now();
  await listening.close(60_000);
  expect(performance.now() - began).toBeLessThan(5_000);
  socket.destroy();
});

/** All that is said until the other side hangs up. */
function heardAfter(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (data) => {
      heard += String(data);
    });
    socket.once('close', () => resolve(heard));
    socket.once('error', reject);
  });
}
