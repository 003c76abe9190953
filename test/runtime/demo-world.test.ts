import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { requestCode } from '../../src/app/auth/request-code.ts';
import { compose, type Parley } from '../../src/runtime/compose.ts';
import { DEMO_PEOPLE } from '../../src/runtime/demo/demo-people.ts';
import { demoPorts } from '../../src/runtime/demo/demo-ports.ts';
import { keptClock } from '../../src/runtime/demo/kept-clock.ts';
import { seedWhereMissing } from '../../src/runtime/demo/seed.ts';
import { STORIES } from '../../src/runtime/demo/stories.ts';
import { tribunalsOf } from '../../src/runtime/kept-tribunal.ts';
import { replayJournal } from '../../src/runtime/replay-journal.ts';
import type { TurnedClock } from '../../src/runtime/turned-clock.ts';
import { verifyRegistry } from '../../src/store/verify/verify-registry.ts';

const ORIGIN = 'http://localhost:3000';
/** Enough to show what a seed is, in half a second. */
const FEW = STORIES.slice(0, 4);

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function opened(path: string, origin = ORIGIN): Promise<Parley> {
  const parley = await compose({ path, origin, mode: 'demo', clockOf: keptClock });
  onTestFinished(() => parley.close());
  return parley;
}

function problemsOf({ ports, database }: Parley) {
  const tribunalAt = tribunalsOf(ports.registry);
  return [...verifyRegistry(database, (entries) => replayJournal(ports.processOf, tribunalAt, entries))];
}

describe('the world of a demonstration', () => {
  it('was made by the engine: its journals prove every case', async () => {
    const path = aFolder();
    expect(await seedWhereMissing(path, ORIGIN, FEW)).toBe(true);
    const parley = await opened(path);
    expect(parley.ports.registry.read((reads) => reads.counts())).toMatchObject({
      cases: FEW.length,
      outbox: 0,
      deadLetters: 0,
    });
    expect(problemsOf(parley)).toEqual([]);
  });

  it('is still proved after the tribunal has moved to another address', async () => {
    const path = aFolder();
    await seedWhereMissing(path, ORIGIN, FEW.slice(0, 1));
    const parley = await opened(path, 'https://tribunal.example.org');
    expect(problemsOf(parley)).toEqual([]);
  });

  it('has the people whom visitors can be, with their roles and no others', async () => {
    const path = aFolder();
    await seedWhereMissing(path, ORIGIN, []);
    const { registry } = (await opened(path)).ports;
    const roles = DEMO_PEOPLE.map(({ email }) => [email, registry.read((reads) => reads.userByEmail(email))?.roles]);
    expect(Object.fromEntries(roles)).toEqual({
      'applicant@demo.example': [],
      'respondent@demo.example': [],
      'facilitator@demo.example': ['facilitator'],
      'member@demo.example': ['member'],
      'registrar@demo.example': ['registrar'],
      'admin@demo.example': ['admin'],
      'admin2@demo.example': ['admin'],
    });
  });

  it('is made once, and what people did in it stays', async () => {
    const path = aFolder();
    await seedWhereMissing(path, ORIGIN, []);
    expect(await seedWhereMissing(path, ORIGIN, FEW)).toBe(false);
  });

  it('begins anew when a crash interrupted it', async () => {
    const path = aFolder();
    writeFileSync(join(path, 'registry.db.seeding'), 'half of a database');
    writeFileSync(join(path, 'registry.db.seeding-wal'), 'and its log');
    expect(await seedWhereMissing(path, ORIGIN, FEW.slice(0, 1))).toBe(true);
    expect(readdirSync(path).filter((name) => name.includes('seeding'))).toEqual([]);
    expect(problemsOf(await opened(path))).toEqual([]);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const path = aFolder();
    const broken = { ...(FEW[0] as (typeof FEW)[number]), workflow: 'no-such-workflow' };
    await expect(seedWhereMissing(path, ORIGIN, [broken])).rejects.toThrow(/could not open a case/);
    expect(existsSync(join(path, 'registry.db'))).toBe(false);
  });
});

describe('a visitor who turns the clock', () => {
  async function aDemonstration() {
    const path = aFolder();
    await seedWhereMissing(path, ORIGIN, FEW);
    const parley = await opened(path);
    const { ports, effects } = parley;
    return { path, parley, demo: demoPorts({ ports, effects, clock: ports.clock as TurnedClock, tickers: [] }) };
  }

  it('sees what runs out on the way, and finds the clock where they left it after a restart', async () => {
    const { path, parley, demo } = await aDemonstration();
    const { now, ran } = await demo.advanceClock('P30D');
    expect(ran).toBeGreaterThan(0);
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    expect(problemsOf(parley)).toEqual([]);
    const again = await opened(path);
    expect(again.ports.clock.now() >= now).toBe(true);
  });

  it('goes a year ahead in seconds, also while a sign-in code waits to be read', async () => {
    const { parley, demo } = await aDemonstration();
    await requestCode(parley.ports, { email: 'applicant@demo.example', language: 'en' });
    const startedAt = performance.now();
    await demo.advanceClock('P1Y');
    expect(performance.now() - startedAt).toBeLessThan(25_000);
    const [mail] = (await demo.listMail(100)).filter(({ key }) => key.startsWith('sign-in-code/'));
    expect((await demo.readMail(mail?.key ?? ''))?.text).toMatch(/\b\d{6}\b/);
  });

  it.each(['P-1D', 'P11Y', 'tomorrow', ''])('cannot turn it by %j', async (duration) => {
    const path = aFolder();
    await seedWhereMissing(path, ORIGIN, []);
    const { ports, effects } = await opened(path);
    const demo = demoPorts({ ports, effects, clock: ports.clock as TurnedClock, tickers: [] });
    await expect(demo.advanceClock(duration)).rejects.toThrow(RangeError);
  });
});
