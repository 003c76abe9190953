import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import { aComposedServer, type ComposedServer } from './a-composed-server.ts';
import { diary } from './a-diary.ts';
import type { Person } from './a-person.ts';
import { verify } from './a-server-process.ts';

/** Somewhere to keep data that can be filled to the brim, and emptied again. */
interface Disk {
  readonly folder: string;
  fill(server: ComposedServer): void;
  free(server: ComposedServer): void;
}

const MIB = 1024 * 1024;

/** A small file system in memory. */
function aSmallFileSystem(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'parley-small-disk-'));
  mount(folder);
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const ballast = join(folder, 'ballast');
  return { folder, fill: () => fillUp(ballast), free: () => rmSync(ballast) };
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]).status === 0;
}

/** Only some may mount. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'parley-small-disk-'));
  const isMounted = mount(folder);
  if (isMounted) spawnSync('umount', ['-l', folder]);
  else
    process.stderr.write('No file system can be mounted here: a full disk is played by a database that cannot grow.\n');
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
}

function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const size of [MIB, 4096]) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(size, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** A database that may not grow: what SQLite says is what it says of a full disk. */
function aDatabaseWithoutRoom(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'parley-http-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const limit = ({ parley }: ComposedServer, pages: number) =>
    parley.database.connection.pragma(`max_page_count = ${pages}`);
  return {
    folder,
    fill: (server) => limit(server, Number(server.parley.database.connection.pragma('page_count', { simple: true }))),
    free: (server) => limit(server, 1_073_741_823),
  };
}

const SMALL_FILE_SYSTEMS = mayMount() ? [['a file system that is full', aSmallFileSystem] as const] : [];
const DISKS = [...SMALL_FILE_SYSTEMS, ['a database that cannot grow', aDatabaseWithoutRoom] as const];

interface World {
  readonly server: ComposedServer;
  readonly ann: Person;
  readonly caseId: string;
  readonly parties: readonly object[];
}

async function aDiaryOn({ folder }: Disk): Promise<World> {
  const server = await aComposedServer({ folder, workflows: [diary] });
  onTestFinished(() => server.stop());
  const ann = await server.signIn('Ann');
  const parties = [{ role: 'applicant', name: 'Ann', email: ann.email }];
  const { id: caseId } = await ann.post<CaseView>('/cases', { workflow: 'diary', parties });
  return { server, ann, caseId, parties };
}

describe.each(DISKS)('on %s', (_what, aDisk) => {
  it('nothing is kept by halves: writes hear 503, people go on reading, and all goes on once there is space', async () => {
    const disk = aDisk();
    const { server, ann, caseId } = await aDiaryOn(disk);
    const acknowledged: string[] = [];
    for (let count = 0; count < 20; count += 1) await write(ann, caseId, `early-${count}`, acknowledged);

    disk.fill(server);
    const refused = await writeUntilRefused(ann, caseId, acknowledged);
    expect((await ann.case(caseId)).id).toBe(caseId);
    expect(await bodies(ann, caseId)).toEqual(acknowledged);
    expect((await ann.call('GET', '/healthz')).status).toBe(200);

    disk.free(server);
    expect(await write(ann, caseId, refused, acknowledged)).toBe(200);
    for (let count = 0; count < 20; count += 1) await write(ann, caseId, `late-${count}`, acknowledged);
    expect(await bodies(ann, caseId)).toEqual(acknowledged);
    expect(server.errors).toEqual([]);
    expect(await verify(disk.folder)).toEqual({ code: 0, output: expect.stringContaining(' 0 problems') });
  });
});

describe.each(SMALL_FILE_SYSTEMS)('on %s', (_what, aDisk) => {
  it('a case, a sign-in or a file that finds no room is refused alike, and fits once there is some', async () => {
    const disk = aDisk();
    const { server, ann, caseId, parties } = await aDiaryOn(disk);
    disk.fill(server);
    await writeUntilRefused(ann, caseId, []);
    const asked = {
      opening: () => ann.call('POST', '/api/v1/cases', { json: { workflow: 'diary', parties } }),
      'sign-in': () => ann.call('POST', '/api/v1/auth/codes', { json: { email: ann.email } }),
      upload: () => uploadLongText(ann, caseId),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const { status, headers, text } = await ask();
      expect([what, status, headers.get('content-type')], text).toEqual([what, 503, 'application/problem+json']);
    }
    expect((await ann.call('GET', '/readyz')).status).toBe(503);
    expect(await ann.part(caseId, 'documents')).toEqual([]);
    disk.free(server);
    for (const ask of Object.values(asked)) expect((await ask()).status).toBeLessThan(300);
    expect(await ann.part(caseId, 'documents')).toHaveLength(1);
    expect(server.errors).toEqual([]);
  });
});

function uploadLongText(person: Person, caseId: string) {
  const body = new FormData();
  body.set('file', new File(['All work and no play. '.repeat(50_000)], 'long.txt', { type: 'text/plain' }));
  return person.call('POST', `/api/v1/cases/${caseId}/documents`, { body, headers: { 'idempotency-key': 'file' } });
}

/** Writes one entry under a key of its own, and notes it when it is acknowledged. */
async function write(person: Person, caseId: string, message: string, acknowledged: string[]): Promise<number> {
  const answer = await person.call('POST', `/api/v1/cases/${caseId}/events`, {
    json: { type: 'WRITE', data: { message: `${message} ${'and so on '.repeat(40)}`.trim() } },
    headers: { 'idempotency-key': message },
  });
  if (answer.status === 200) acknowledged.push(message);
  else {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(answer.json()).toMatchObject({ reason: 'StorageUnavailable' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  return answer.status;
}

/** There may be room left in the log for a while. Answers which entry was the first to be refused. */
async function writeUntilRefused(person: Person, caseId: string, acknowledged: string[]): Promise<string> {
  for (let count = 0; count < 5_000; count += 1) {
    const message = `full-${count}`;
    if ((await write(person, caseId, message, acknowledged)) === 503) return message;
  }
  throw new Error('the disk was never full');
}

async function bodies(person: Person, caseId: string): Promise<string[]> {
  const messages = await person.part<{ body: string }>(caseId, 'messages');
  return messages.map(({ body }) => body.split(' ')[0] ?? '').toReversed();
}
