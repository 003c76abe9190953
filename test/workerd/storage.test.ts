import { env, runInDurableObject } from 'cloudflare:test';
import { migrations } from 'parley:shipped';
import type { DurableObjectState, DurableObjectStub } from '@cloudflare/workers-types';
import { describe, expect, it } from 'vitest';
import { objectAlarm } from '../../src/runtime/worker/object-alarm.ts';
import {
  type DurableDatabaseHooks,
  type DurableStorage,
  openDurableDatabase,
} from '../../src/store/database/durable-database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { openRegistry } from '../../src/store/open-registry.ts';
import { keepForEver, REFUSED_FOR_EVER } from '../store/kept-for-ever.ts';

const anObject = () => env.OBJECTS.get(env.OBJECTS.newUniqueId());

function inside<T>(stub: DurableObjectStub, work: (state: DurableObjectState) => Promise<T>): Promise<T> {
  return runInDurableObject(stub, (_, state) => work(state));
}

function aRegistry({ storage }: DurableObjectState, hooks?: DurableDatabaseHooks) {
  const database = openDurableDatabase(storage as DurableStorage, hooks);
  migrate(database, migrations);
  return openRegistry('r1', database);
}

describe('the storage of an object', () => {
  it('keeps for ever what is written for ever, also from REPLACE', async () => {
    await inside(anObject(), async (state) => {
      await keepForEver(aRegistry(state));
      for (const statement of REFUSED_FOR_EVER)
        expect(() => state.storage.sql.exec(statement), statement).toThrow(/append-only|journal gap|never|FOREIGN KEY/);
    });
  });

  it('has the limits that the stand-in on Node holds us to', async () => {
    await inside(anObject(), async ({ storage: { sql } }) => {
      const parameters = (count: number) => Array.from({ length: count }, () => '?').join();
      const many = (count: number) =>
        sql.exec(`select ${parameters(count)}`, ...Array.from({ length: count }, () => 1));
      expect(many(100).toArray()).toHaveLength(1);
      expect(() => many(101)).toThrow(/too many SQL variables/);
      for (const statement of ['begin', 'savepoint one', "attach 'x' as y", 'vacuum', 'pragma journal_mode = wal'])
        expect(() => sql.exec(statement), statement).toThrow();
    });
  });
});

describe('the alarm of an object', () => {
  it('stands when the row that is due is kept, and does not when it is not: they are one transaction', async () => {
    const id = env.OBJECTS.newUniqueId();
    // A stub of an object that has died is of no use: each time another is made.
    const again = () => env.OBJECTS.get(id);
    await inside(again(), async (state) => {
      aRegistry(state);
    });
    const enqueue = (state: DurableObjectState) => {
      const alarm = alarmOver(state, () => '2030-01-01T00:00:00.000Z');
      const registry = aRegistry(state, { written: alarm.set });
      return registry.commit((tx) =>
        tx.enqueue({
          key: 'k',
          kind: 'signInCode',
          caseId: null,
          subject: 's',
          payload: {},
          notBefore: '2030-01-01T00:00:00.000Z',
        }),
      );
    };
    await inside(again(), async (state) => {
      void enqueue(state);
      // The object dies in the same turn: neither is there afterwards.
      state.abort('the power goes');
    }).catch(() => {});
    expect(await inside(again(), whatStands)).toEqual({ waiting: 0, alarm: null });
    await inside(again(), enqueue);
    expect(await inside(again(), whatStands)).toEqual({ waiting: 1, alarm: Date.parse('2030-01-01T00:00:00.000Z') });
  });

  it('stands again after work that failed, later each time, and a commit has it look sooner', async () => {
    await inside(anObject(), async (state) => {
      const reported: unknown[] = [];
      const alarm = alarmOver(state, () => '2020-01-01T00:00:00.000Z', {
        deadlines: () => Promise.reject(new Error('no')),
        report: (error) => reported.push(error),
      });
      const pauses: number[] = [];
      for (let ring = 0; ring < 8; ring += 1) {
        await alarm.ring();
        pauses.push(Number(await state.storage.getAlarm()) - Date.now());
      }
      expect(reported.length).toBeGreaterThanOrEqual(8);
      expect(pauses[0]).toBeGreaterThan(1_000);
      expect(pauses[0]).toBeLessThan(3_000);
      expect(pauses.at(-1)).toBeGreaterThan(55_000);
      expect(pauses.at(-1)).toBeLessThanOrEqual(60_000);
      alarm.set();
      expect(Number(await state.storage.getAlarm()) - Date.now()).toBeLessThanOrEqual(1_000);
    });
  });

  it('stands while it rings, so that what dies at its work is taken up again', async () => {
    await inside(anObject(), async (state) => {
      let during: number | null = null;
      const alarm = alarmOver(state, () => undefined, {
        async deadlines() {
          during = await state.storage.getAlarm();
          return 0;
        },
      });
      await alarm.ring();
      expect(Number(during) - Date.now()).toBeGreaterThan(20_000);
      expect(await state.storage.getAlarm()).toBeNull();
    });
  });
});

function alarmOver(
  { storage }: DurableObjectState,
  nextAt: () => string | undefined,
  job: Partial<Parameters<typeof objectAlarm>[1]> = {},
) {
  const nothing = async () => 0;
  const now = () => new Date().toISOString();
  return objectAlarm(storage, { deadlines: nothing, outbox: nothing, report: () => {}, nextAt, now, ...job });
}

async function whatStands({ storage }: DurableObjectState) {
  const [row] = storage.sql.exec('select count(*) as waiting from outbox').toArray();
  return { waiting: row?.waiting, alarm: await storage.getAlarm() };
}
