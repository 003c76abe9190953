import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NoticeView } from '../../src/app/queries/notice-view.ts';
import { type Letter, openPostOffice, type PostOffice } from '../effects/post-office.ts';
import { prepareFolder, type ServerProcess, startProcess, verify, type Writer } from '../http/a-server-process.ts';
import { aLedger, type Ledger } from './a-ledger.ts';

/** `npm run crash` makes it 100. */
const RUNS = Number(process.env.CRASH_RUNS ?? 3);
const CASES_PER_RUN = 3;
const WRITERS = 4;

/** When the power goes: each in turn. */
const MOMENTS = ['while a letter is being handed over', 'just after a letter was taken', 'at any moment'] as const;
type Moment = (typeof MOMENTS)[number];

let folder: string;
let office: PostOffice;
let writers: readonly Writer[];
let ledger: Ledger;
let server: ServerProcess;
const caseIds: string[] = [];
/** Asked by the post office at each letter. */
let onLetter: () => 'silence' | undefined = () => undefined;
const arrived: Letter[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-crash-'));
  office = await openPostOffice({
    onLetter(letter) {
      arrived.push(letter);
      return onLetter();
    },
  });
  writers = await prepareFolder(folder, WRITERS);
  ledger = aLedger(writers);
  server = await start();
}, 60_000);
afterAll(async () => {
  await server.kill();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

vi.setConfig({ testTimeout: 60_000 + RUNS * 3_000 });

describe('a server that is killed while people write', () => {
  it.each(Array.from({ length: RUNS }, (_, run) => [run + 1, MOMENTS[run % MOMENTS.length] as Moment] as const))(
    'keeps every acknowledged entry and repeats none: kill %i, %s',
    async (_run, moment) => {
      const before = ledger.entries.length;
      const opened = await Promise.all(Array.from({ length: CASES_PER_RUN }, () => ledger.openCase(server)));
      caseIds.push(...opened);
      const writing = ledger.write(server, opened);
      await killAt(moment);
      await writing;
      const kept = ledger.entries.length - ledger.unknown().length;
      expect(kept).toBeGreaterThan(before);
      expect(await verify(folder)).toEqual({ code: 0, output: expect.stringContaining(' 0 problems') });
      server = await start();

      const unknown = ledger.unknown();
      for (const entry of unknown) {
        const answer = await ledger.repeat(server, entry);
        expect([entry.message, answer.status]).toEqual([entry.message, 200]);
        entry.acknowledged = answer.text;
      }
      for (const entry of ledger.entries.slice(-40)) {
        expect((await ledger.repeat(server, entry)).text).toBe(entry.acknowledged);
      }
      await expectEachOnce(opened);
    },
  );

  it('has lost nothing of any of those times', async () => {
    await expectEachOnce(caseIds);
  });

  it('sends each letter as one: what came twice has the same Message-ID and the same words', async () => {
    const announced = ledger.entries.filter(({ type }) => type === 'ANNOUNCE');
    await vi.waitFor(expectAllSent, { timeout: 30_000 + RUNS * 2_000, interval: 200 });
    const byId = Map.groupBy(arrived, ({ email }) => email.messageId ?? '');
    expect(byId.size).toBe(announced.length * WRITERS);
    // Some did come twice: the server died before it could note that they were taken.
    expect(arrived.length).toBeGreaterThan(byId.size);
    for (const copies of byId.values()) {
      expect(new Set(copies.map(({ raw, to }) => `${to} ${wordsOf(raw)}`)).size).toBe(1);
    }
    const letters = [...byId.values()].map(([letter]) => `${letter?.to} ${letter?.email.subject}`);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

function start(): Promise<ServerProcess> {
  return startProcess(folder, { SMTP_URL: office.url() });
}

async function killAt(moment: Moment): Promise<void> {
  await pause(randomInt(150, 700));
  if (moment !== 'at any moment') {
    await new Promise<void>((resolve) => {
      onLetter = () => {
        resolve();
        return moment === 'while a letter is being handed over' ? 'silence' : undefined;
      };
      setTimeout(resolve, 5_000);
    });
  }
  await server.kill();
  onLetter = () => undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Each entry stands in its case once, under a number without gaps; each announcement once in everyone's portal. */
async function expectEachOnce(cases: readonly string[]): Promise<void> {
  for (const caseId of cases) {
    const entries = ledger.entries.filter((entry) => entry.caseId === caseId);
    const announced = entries.filter(({ type }) => type === 'ANNOUNCE').map(({ message }) => `Announced: ${message}`);
    const [first] = writers as [Writer];
    const messages = await server.person(first).part<{ body: string }>(caseId, 'messages');
    expect(messages.map(({ body }) => body).toSorted()).toEqual(entries.map(({ message }) => message).toSorted());
    const journal = await server.person(first).part<{ number: number }>(caseId, 'journal');
    expect(journal.map(({ number }) => number)).toEqual(journal.map((_, index) => journal.length - index));
    for (const writer of writers) {
      const notices = await server.person(writer).part<NoticeView>(caseId, 'notices');
      expect(notices.map(({ subject }) => subject).toSorted()).toEqual(announced.toSorted());
    }
  }
}

async function expectAllSent(): Promise<void> {
  for (const caseId of caseIds) {
    for (const writer of writers) {
      const notices = await server.person(writer).part<NoticeView>(caseId, 'notices');
      const waiting = notices.flatMap(({ deliveries }) => deliveries).filter(({ status }) => status !== 'sent');
      expect(waiting).toEqual([]);
    }
  }
}

/** A letter without what each handing over writes anew: its date, and the borders between its parts. */
function wordsOf(raw: string): string {
  return raw.replace(/^Date: .*$/im, '').replace(/--_NmP[\w-]+|boundary="[^"]+"/g, '');
}
