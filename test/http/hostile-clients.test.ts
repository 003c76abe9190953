import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import type { Person } from './a-person.ts';
import { prepareFolder, type ServerProcess, startProcess } from './a-server-process.ts';

const MIB = 1024 * 1024;

let folder: string;
let server: ServerProcess;
let ann: Person;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-http-'));
  const [writer] = await prepareFolder(folder, 1);
  server = await startProcess(folder);
  ann = server.person(writer as NonNullable<typeof writer>);
  const parties = [{ role: 'applicant', name: 'Ann', email: ann.email }];
  caseId = (await ann.post<CaseView>('/cases', { workflow: 'diary', parties })).id;
}, 60_000);
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

vi.setConfig({ testTimeout: 90_000 });

describe('five hundred clients that never finish what they say', () => {
  it('do not hold up anybody else', async () => {
    const alone = await timesOf(40);
    const slow = await Promise.all(Array.from({ length: 500 }, (_, index) => aSlowSocket(index)));
    const crowded = await timesOf(40);
    expect(middleOf(crowded)).toBeLessThan(middleOf(alone) * 4 + 50);
    expect(slow.filter(({ destroyed }) => !destroyed).length).toBeGreaterThan(490);
    for (const socket of slow) socket.destroy();
    expect((await ann.attempt(caseId, 'WRITE', { message: 'Still here.' })).status).toBe(200);
  });
});

/** Says half of a request, and a byte now and then: in its head, or in its body. */
function aSlowSocket(index: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      const isInBody = index % 2 === 0;
      socket.write(`POST /api/v1/cases/${caseId}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ann.token}\r\n`);
      if (isInBody) socket.write('Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type":');
      const drip = setInterval(() => socket.write(isInBody ? ' ' : 'X-Y: z\r\n'), 500);
      socket.once('close', () => clearInterval(drip));
      resolve(socket);
    });
    socket.on('error', reject);
  });
}

async function timesOf(requests: number): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < requests; count += 1) {
    const began = performance.now();
    expect((await ann.call('GET', `/api/v1/cases/${caseId}`)).status).toBe(200);
    times.push(performance.now() - began);
  }
  return times;
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

describe('a body without end', () => {
  it.each([
    ['an event', () => `/api/v1/cases/${caseId}/events`, 'application/json', 1 * MIB],
    ['a sign-in', () => '/api/v1/auth/sessions', 'application/json', 1 * MIB],
    ['a draft', () => '/api/v1/workflows/diary/draft', 'application/json', 2 * MIB],
    ['an upload', () => `/api/v1/cases/${caseId}/documents`, 'multipart/form-data; boundary=x', 40 * MIB],
  ])('of %s is refused as soon as it is too long, and fills no memory', async (what, path, type, enough) => {
    const before = server.memory().now;
    const began = performance.now();
    const { status, body, taken } = await pour(what === 'a draft' ? 'PUT' : 'POST', path(), type, 1024 * MIB);
    expect([status, JSON.parse(body)]).toEqual([413, expect.objectContaining({ reason: 'TooLarge', status: 413 })]);
    expect(performance.now() - began).toBeLessThan(20_000);
    // What lies in the buffers of both machines is written before the answer is seen.
    expect(taken).toBeLessThan(enough + 16 * MIB);
    expect(server.memory().now - before).toBeLessThan(enough * 3 + 64 * MIB);
    expect((await ann.call('GET', '/api/v1/me')).status).toBe(200);
  });

  it('that says how long it is, is refused before any of it is read', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write(
          `POST /api/v1/cases/${caseId}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ann.token}\r\nContent-Type: application/json\r\nContent-Length: ${1024 * MIB}\r\n\r\n`,
        ),
      );
      socket.once('data', (chunk) => {
        resolve(String(chunk));
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a request that two servers in a row would end at different places', () => {
  it.each([
    ['has a length and is chunked', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['has two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
    ['ends in another encoding', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['hides its encoding behind a space', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
    ['ends a line without a return', 'X-Y: z\n\r\n'],
  ])('is not taken: it %s', async (_, rest) => {
    const heard = await said(
      `POST /api/v1/auth/codes HTTP/1.1\r\nHost: x\r\n${rest}GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('TRACE says nothing back', async () => {
    const heard = await said(
      'TRACE /api/v1/me HTTP/1.1\r\nHost: x\r\nCookie: parley=secret\r\nConnection: close\r\n\r\n',
    );
    expect(heard).toMatch(/^HTTP\/1\.1 405 /);
    expect(heard).not.toContain('secret');
  });
});

/** All that the server says to this, until it hangs up. */
function said(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (data) => {
      heard += String(data);
    });
    socket.once('close', () => resolve(heard));
    socket.once('error', reject);
  });
}

/** Sends a chunked body until the server answers or hangs up; says how much of it was taken. */
function pour(method: string, path: string, type: string, bytes: number) {
  return new Promise<{ status: number; body: string; taken: number }>((resolve, reject) => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 0x20), Buffer.from('\r\n')]);
    let heard = '';
    let sent = 0;
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ann.token}\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      more();
    });
    const more = () => {
      while (sent < bytes && heard === '' && !socket.destroyed) {
        sent += 0x10000;
        if (!socket.write(chunk)) {
          socket.once('drain', more);
          return;
        }
      }
    };
    const done = () => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1]);
      const body = heard.slice(heard.indexOf('\r\n\r\n') + 4);
      if (status) resolve({ status, body, taken: socket.bytesWritten });
      else reject(new Error(`the server hung up after ${socket.bytesWritten} bytes without an answer`));
      socket.destroy();
    };
    socket.on('data', (data) => {
      heard += String(data);
      if (heard.includes('\r\n\r\n') && heard.endsWith('}')) done();
    });
    socket.once('close', done);
    socket.on('error', () => {});
  });
}

describe('JSON that nests a hundred thousand deep', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const deepObject = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;

  it.each([
    'POST /cases',
    'POST /cases/{id}/events',
    'POST /auth/codes',
    'POST /workflows/check',
    'POST /workflows/simulate',
    'PUT /workflows/diary/draft',
  ])('is refused with a plain problem by %s', async (call) => {
    const [method = '', path = ''] = call.replace('{id}', caseId).split(' ');
    for (const body of [deep, deepObject, `{"type":"WRITE","data":${deep}}`]) {
      const headers = { 'content-type': 'application/json' };
      const answer = await ann.call(method, `/api/v1${path}`, { body, headers });
      const isCheck = path.endsWith('/check');
      if (isCheck && answer.status === 200) expect(answer.json()).toMatchObject({ ok: false });
      else expect([400, 404, 413, 422]).toContain(answer.status);
    }
    expect(server.output()).not.toMatch(/RangeError|call stack/i);
  });
});
