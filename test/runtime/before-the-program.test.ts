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
