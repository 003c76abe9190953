import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import type { Person } from '../http/a-person.ts';
import { prepareFolder, type ServerProcess, startProcess, verify } from '../http/a-server-process.ts';

const EVENTS = 10_000;
const WRITERS = 16;
/** Who has not written all those entries, and may still make as many requests as anyone. */
const FRESH = 2;

let folder: string;
let server: ServerProcess;
let writers: readonly Person[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-http-'));
  const accounts = await prepareFolder(folder, WRITERS + FRESH);
  server = await startProcess(folder);
  writers = accounts.map((account) => server.person(account));
}, 60_000);
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

interface World {
  readonly people: readonly Person[];
  readonly theCase: CaseView;
}

/** So many people in one case, all of whom have been told of it. */
async function aDiary(people = writers.slice(0, WRITERS)): Promise<World> {
  const [first] = people as [Person];
  const opened = await first.post<CaseView>('/cases', {
    workflow: 'diary',
    parties: people.map(({ email }) => ({ role: 'applicant', name: email, email })),
  });
  return { people, theCase: await first.act(opened.id, 'ANNOUNCE', { message: 'Write, all of you.' }) };
}

interface Acknowledged {
  readonly message: string;
  readonly version: number;
  readonly sentAt: number;
  readonly answeredAt: number;
}

vi.setConfig({ testTimeout: 90_000 });

describe('many people who write into one case at once', () => {
  it(
    `are all heard, once each, in the order of real time: ${EVENTS} entries by ${WRITERS} writers`,
    async () => {
      const { people, theCase } = await aDiary();
      const acknowledged = await writeAll(people, theCase.id);
      const [first] = people as [Person];
      // Whoever writes for the first time joins first: an entry of its own.
      const journal = await first.part<{ id: string; number: number; type: string }>(theCase.id, 'journal');
      const entries = journal.filter(({ type }) => type === 'WRITE').toReversed();
      expect(journal.map(({ number }) => number)).toEqual(journal.map((_, index) => journal.length - index));
      expect(new Set(journal.map(({ id }) => id)).size).toBe(journal.length);
      expect(entries).toHaveLength(EVENTS);
      expect((await first.case(theCase.id)).version).toBe(journal.length);

      const inOrder = acknowledged.toSorted((one, other) => one.version - other.version);
      expect(inOrder.map(({ version }) => version)).toEqual(entries.map(({ number }) => number));
      const messages = await first.part<{ body: string }>(theCase.id, 'messages');
      expect(
        messages
          .toReversed()
          .slice(1)
          .map(({ body }) => body),
      ).toEqual(inOrder.map(({ message }) => message));
      expectRealTimeOrder(inOrder);
    },
    60_000 + EVENTS * 30,
  );

  it('get one effect and one same answer for fifty copies of a request', async () => {
    const { people, theCase } = await aDiary(writers.slice(-FRESH));
    const [first] = people as [Person];
    const copies = await Promise.all(
      Array.from({ length: 50 }, () =>
        send(first, theCase.id, { type: 'WRITE', data: { message: 'Once.' } }, 'the-same'),
      ),
    );
    expect(new Set(copies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(copies[0]?.status).toBe(200);
    const bodies = (await first.part<{ body: string }>(theCase.id, 'messages')).map(({ body }) => body);
    expect(bodies.filter((body) => body === 'Once.')).toHaveLength(1);

    const other = await send(first, theCase.id, { type: 'WRITE', data: { message: 'Twice.' } }, 'the-same');
    expect([other.status, other.json<{ reason: string }>().reason]).toEqual([422, 'IdempotencyKeyReused']);
  });

  it('open one case with fifty copies of its opening, and keep one file of fifty', async () => {
    const { people, theCase } = await aDiary(writers.slice(-FRESH));
    const [first] = people as [Person];
    const parties = [{ role: 'applicant', name: 'Ann', email: first.email }];
    const openings = await Promise.all(
      Array.from({ length: 50 }, () =>
        first.call('POST', '/api/v1/cases', {
          json: { workflow: 'diary', parties },
          headers: { 'idempotency-key': 'open' },
        }),
      ),
    );
    expect(new Set(openings.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const mine = (await first.get<{ items: CaseView[] }>('/cases')).items.filter(
      ({ parties: all }) => all.length === 1,
    );
    expect(mine).toHaveLength(1);

    const uploads = await Promise.all(Array.from({ length: 50 }, () => uploadNote(first, theCase.id)));
    // A few at a time are let in; whoever is, hears the same.
    const kept = uploads.filter(({ status }) => status !== 429);
    expect(kept[0]?.status).toBe(201);
    expect(new Set(kept.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await first.part(theCase.id, 'documents')).toHaveLength(1);
  });

  it('who both saw the same version: one moves the case, the other hears that it moved', async () => {
    const { people, theCase } = await aDiary(writers.slice(-FRESH));
    const [ann, bob] = people as [Person, Person];
    await bob.act(theCase.id, 'WRITE', { message: 'I am here.' });
    for (let round = 0; round < 25; round += 1) {
      const { version } = await ann.case(theCase.id);
      const answers = await Promise.all(
        [ann, bob].map((person) =>
          person.call('POST', `/api/v1/cases/${theCase.id}/events`, {
            json: { type: 'WRITE', data: { message: `Round ${round}` }, expectedVersion: version },
          }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.json()).toMatchObject({ reason: 'VersionMoved', facts: { version: version + 1 } });
    }
    expect((await ann.case(theCase.id)).version).toBe(theCase.version + 2 + 25);
  });

  it('leave a registry that can be proved, entry by entry', async () => {
    await server.stop();
    expect(await verify(folder)).toEqual({ code: 0, output: expect.stringContaining(' 0 problems') });
  });
});

/** Each writes its next entry as soon as the one before is acknowledged, until all are written. */
async function writeAll(people: readonly Person[], caseId: string): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let next = 0;
  const write = async (person: Person) => {
    while (next < EVENTS) {
      next += 1;
      const message = `Entry ${next}`;
      const sentAt = performance.now();
      const { status, text, json } = await send(
        person,
        caseId,
        { type: 'WRITE', data: { message } },
        message.replace(' ', '-'),
      );
      expect(status, text).toBe(200);
      acknowledged.push({ message, version: json<CaseView>().version, sentAt, answeredAt: performance.now() });
    }
  };
  await Promise.all(people.map(write));
  return acknowledged;
}

function send(person: Person, caseId: string, json: object, key: string) {
  return person.call('POST', `/api/v1/cases/${caseId}/events`, { json, headers: { 'idempotency-key': key } });
}

function uploadNote(person: Person, caseId: string) {
  const body = new FormData();
  body.set('file', new File(['A note.'], 'note.txt', { type: 'text/plain' }));
  return person.call('POST', `/api/v1/cases/${caseId}/documents`, { body, headers: { 'idempotency-key': 'note' } });
}

/** What was answered before another was even sent has the lower number. */
function expectRealTimeOrder(inOrder: readonly Acknowledged[]): void {
  let latestSent = 0;
  for (const { answeredAt, sentAt, message } of inOrder) {
    expect(answeredAt, `${message} was acknowledged before an entry that precedes it was sent`).toBeGreaterThan(
      latestSent,
    );
    latestSent = Math.max(latestSent, sentAt);
  }
}
