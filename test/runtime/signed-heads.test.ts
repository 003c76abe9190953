import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { entriesOf } from '../../src/app/heads/entries-of.ts';
import { headWalk } from '../../src/app/heads/head-walk.ts';
import type { KeptHead } from '../../src/app/heads/registry-head.ts';
import { type HeadsBook, openBook } from '../../src/runtime/heads/head-keeper.ts';
import { headKeys } from '../../src/runtime/heads/head-keys.ts';
import { readHeadsFile } from '../../src/runtime/heads/heads-file.ts';
import { readHead, signHead } from '../../src/runtime/heads/signed-head.ts';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { createMeters } from '../../src/runtime/server/meters.ts';
import { registryTickers } from '../../src/runtime/server/registry-tickers.ts';
import { journalHash } from '../../src/store/cases/journal-hash.ts';
import { aCaseOpened, aStep } from '../store/a-decision.ts';
import { aRegistry, type OpenedRegistry } from '../store/a-registry.ts';
import { saveAll } from '../store/save-all.ts';

const AT = '2026-03-02T17:00:00.000Z';
const HEAD: KeptHead = { registry: 'r1', row: 7, hash: 'ab'.repeat(32), at: AT };

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-heads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Three cases of four entries each, written in turn. */
async function threeCases(): Promise<OpenedRegistry> {
  const opened = aRegistry();
  let now = ['c1', 'c2', 'c3'].map((id) => aCaseOpened({ id }));
  await saveAll(opened.registry, now);
  for (let turn = 0; turn < 3; turn += 1) {
    now = now.map(({ next }) => aStep(next, []));
    await saveAll(opened.registry, now);
  }
  return opened;
}

const ENTRIES = 12;

async function headsOf({ registry }: OpenedRegistry, kept: readonly KeptHead[] = []) {
  const walk = headWalk(entriesOf(registry), nodeIds.hash, kept);
  while (await walk.step());
  return walk;
}

async function keptNow(opened: OpenedRegistry, at = AT): Promise<KeptHead> {
  return { registry: 'r1', ...(await headsOf(opened)).head, at };
}

/** With a tool of one's own, which no trigger stops. */
function tamper({ database: { connection } }: OpenedRegistry, statement: string): void {
  connection.pragma('foreign_keys = OFF');
  const triggers = connection
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const name of triggers) connection.exec(`drop trigger ${name}`);
  connection.exec(statement);
}

/** Writes a whole case anew from one of its entries on, each entry chained to the one before it: a journal that is whole. */
function rewriteCase({ database: { connection } }: OpenedRegistry, caseRow: number, from: number): void {
  const rows = connection.prepare('select * from journal where case_row = ? order by seq').all(caseRow) as {
    row: number;
    seq: number;
    entry: string;
    hash: string;
  }[];
  let previous = '0'.repeat(64);
  for (const { row, seq, entry } of rows) {
    const text = seq >= from ? entry.replace('}', ', "by": "somebody else" }') : entry;
    const hash = journalHash(previous, text);
    connection
      .prepare('update journal set entry = ?, previous_hash = ?, hash = ? where row = ?')
      .run(text, previous, hash, row);
    previous = hash;
  }
}

describe('a head that was kept', () => {
  it('holds for as long as entries are only added', async () => {
    const opened = await threeCases();
    const first = await keptNow(opened);
    const [added] = [aCaseOpened({ id: 'c4' })];
    await saveAll(opened.registry, [added]);
    const second = await keptNow(opened, '2026-03-03T17:00:00.000Z');
    expect(second.row).toBe(ENTRIES + 1);
    expect((await headsOf(opened, [second, first])).broken).toBeUndefined();
  });

  it('tells of any one entry that was removed, whatever else was removed with it', async () => {
    for (let row = 1; row <= ENTRIES; row += 1) {
      const opened = await threeCases();
      const kept = await keptNow(opened);
      tamper(opened, `delete from journal where row = ${row}`);
      expect((await headsOf(opened, [kept])).broken, `entry ${row}`).toBeDefined();
    }
  });

  it('tells of a case that was rewritten from any of its entries on, chain and all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), async (caseRow, from) => {
        const opened = await threeCases();
        const kept = await keptNow(opened);
        tamper(opened, '');
        rewriteCase(opened, caseRow, from);
        expect((await headsOf(opened, [kept])).broken).toMatch(
          /^entries 1 to 12 of the registry are not those that stood/,
        );
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['a case with all that it had', 'delete from journal where case_row = 3; delete from cases where row = 3'],
    [
      'two entries that changed places',
      'update journal set row = 99 where row = 5; update journal set row = 5 where row = 6; update journal set row = 6 where row = 99',
    ],
    [
      'an entry put between',
      "insert into journal select 0, case_row, 0, 9, 'x', audience, entry, hash, hash from journal where row = 4",
    ],
  ])('tells of %s', async (_, statement) => {
    const opened = await threeCases();
    const kept = await keptNow(opened);
    tamper(opened, statement);
    expect((await headsOf(opened, [kept])).broken).toBeDefined();
  });

  it('says between which two of them it was', async () => {
    const opened = await threeCases();
    const first = await keptNow(opened);
    await saveAll(opened.registry, [aCaseOpened({ id: 'c4' })]);
    const second = await keptNow(opened, '2026-03-03T17:00:00.000Z');
    await saveAll(opened.registry, [aCaseOpened({ id: 'c5' })]);
    const third = await keptNow(opened, '2026-03-04T17:00:00.000Z');
    tamper(opened, '');
    rewriteCase(opened, 4, 1);
    expect((await headsOf(opened, [third, first, second])).broken).toBe(
      `entries 13 to 13 of the registry are not those that stood there on 2026-03-03T17:00:00.000Z; those before them are as they were on ${AT}: somebody changed or removed some of them`,
    );
  });

  it('tells of an older copy that was put in its place', async () => {
    const opened = await threeCases();
    const kept = { ...(await keptNow(opened)), row: ENTRIES + 4 };
    expect((await headsOf(opened, [kept])).broken).toBe(
      `the registry ends with entry 12, and on ${AT} it had 16: its newest entries were removed, or an older copy was put in its place`,
    );
  });

  it('says nothing of another registry', async () => {
    const opened = await threeCases();
    expect((await headsOf(opened, [{ ...HEAD, registry: 'east' }])).broken).toBeUndefined();
  });
});

describe('a signed head', () => {
  it('is read again with the key that signed it, and with no other', async () => {
    const [ours, theirs] = await Promise.all([
      headKeys(join(aFolder(), 'k.json')),
      headKeys(join(aFolder(), 'k.json')),
    ]);
    const line = await signHead(ours, HEAD);
    expect(await readHead(ours, line)).toEqual(HEAD);
    expect(await readHead(theirs, line)).toBeUndefined();
    expect(await readHead({ keys: [...theirs.keys, ...ours.keys] }, line)).toEqual(HEAD);
  });

  it('is not believed when anything of it was changed, unsigned, or signed as something else', async () => {
    const keys = await headKeys(join(aFolder(), 'k.json'));
    const line = await signHead(keys, HEAD);
    const [header = '', payload = '', signature = ''] = line.split('.');
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { x } = keys.keys[0] as { x: string };
    for (const forged of [
      [header, encoded({ ...HEAD, row: 8 }), signature],
      [encoded({ alg: 'none', typ: 'parley-head+jws' }), payload, ''],
      [encoded({ alg: 'HS256', kid: keys.keys[0]?.kid, typ: 'parley-head+jws' }), payload, signature],
      [header, payload, Buffer.from(x).toString('base64url')],
      ['', '', ''],
    ])
      expect(await readHead(keys, forged.join('.'))).toBeUndefined();
  });

  it('has keys that only their owner can read, made once', async () => {
    const file = join(aFolder(), 'head-keys.json');
    const made = await Promise.all([headKeys(file), headKeys(file)]);
    expect(made[1]).toEqual(made[0]);
    expect(statSync(file).mode & 0o077).toBe(0);
    writeFileSync(file, '{"keys": []}');
    await expect(headKeys(file)).rejects.toThrow(/put back the one with which the heads were signed/);
  });
});

describe('a server with a book of heads', () => {
  const clock = { now: () => AT };

  async function runOver({ registry }: OpenedRegistry, book: HeadsBook, said: string[] = []): Promise<void> {
    const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(JSON.parse(line).err.message) });
    const ports = { registry, clock, wallClock: clock, ids: nodeIds } as never;
    const head = registryTickers({ ports, effects: {} as never, meters: createMeters(), logger, heads: book }).at(-1);
    head?.start();
    await vi.waitFor(async () => expect((await readHeadsFile(book.file, book.keys)).kept.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await head?.stop();
  }

  it('writes one down when something was written since the last, and tells when one of it does not hold', async () => {
    const opened = await threeCases();
    const folder = aFolder();
    const open = () => openBook(join(folder, 'heads'), join(folder, 'keys.json'));
    const lines = () => readFileSync(join(folder, 'heads'), 'utf8').trim().split('\n').length;
    await runOver(opened, await open());
    await runOver(opened, await open());
    expect(lines()).toBe(1);
    await saveAll(opened.registry, [aCaseOpened({ id: 'c4' })]);
    const said: string[] = [];
    await runOver(opened, await open(), said);
    expect(lines()).toBe(2);
    expect(said).toEqual([]);
    tamper(opened, '');
    rewriteCase(opened, 2, 4);
    await runOver(opened, await open(), said);
    expect(said).toEqual([expect.stringMatching(/^entries 1 to 12 .*; run verify with .*heads$/)]);
  });

  it('knows which lines are not its own', async () => {
    const folder = aFolder();
    const file = join(folder, 'heads');
    const keys = await headKeys(join(folder, 'keys.json'));
    writeFileSync(file, `\n${await signHead(keys, HEAD)}\r\nsomething else\n`);
    expect(await openBook(file, join(folder, 'keys.json'))).toMatchObject({ kept: [HEAD], strange: [3] });
  });
});
