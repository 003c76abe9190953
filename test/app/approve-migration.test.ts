import { beforeEach, describe, expect, it } from 'vitest';
import { approveMigration, readMigration } from '../../src/app/workflows/approve-migration.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { aTribunal, someone, type TestTribunal } from './a-tribunal.ts';

const nora = someone('nora', 'admin');
const omar = someone('omar', 'admin');
const plan = { from: 1, to: 2, states: { a: 'b', c: 'd' }, fields: {}, recompute: ['x', 'y'] };

let tribunal: TestTribunal;
beforeEach(async () => {
  tribunal = await aTribunal([nora, omar]);
  const at = tribunal.clock.now();
  const row = { id: 'deposit', version: 2, sha256: 'x', json: JSON.stringify(depositDispute), publishedBy: 'nora' };
  await tribunal.registry.commit((tx) =>
    tx.insertVersion({ ...row, publishedAt: at, approvedBy: 'omar', opensFrom: at }),
  );
});

const says = (who: typeof nora, what: typeof plan = plan) => approveMigration(tribunal, who, 'deposit', what);

describe('moving open cases', () => {
  it('takes the word of two administrators for the same plan, in whatever order they name its parts', async () => {
    expect(await says(nora)).toMatchObject({ kind: 'proposed', proposal: { by: 'nora', approvedBy: null } });
    const same = { ...plan, states: { c: 'd', a: 'b' }, recompute: ['y', 'x'] };
    expect(await says(omar, same)).toEqual({ kind: 'approved' });
    expect(readMigration(tribunal, nora, 'deposit')).toMatchObject({ ...plan, by: 'nora', approvedBy: 'omar' });
  });

  it('does not take the same word twice', async () => {
    await says(nora);
    expect(await says(nora)).toEqual({ kind: 'refused', reason: 'SamePerson' });
  });

  it('goes on by either, once it is approved', async () => {
    await says(nora);
    await says(omar);
    expect([await says(nora), await says(omar)]).toEqual([{ kind: 'approved' }, { kind: 'approved' }]);
  });

  it.each([
    ['another version', { to: 1 }],
    ['another state', { states: { a: 'b', c: 'e' } }],
    ['one state fewer', { states: { a: 'b' } }],
    ['another field', { fields: { 'f.x': 'f.y' } }],
    ['another deadline', { recompute: ['x'] }],
  ])('is proposed anew for %s, and what was approved before is so no more', async (_, change) => {
    await says(nora);
    await says(omar);
    const other = { ...plan, ...change } as typeof plan;
    expect(await says(nora, other)).toMatchObject({ kind: 'proposed' });
    expect(await says(nora)).toMatchObject({ kind: 'proposed' });
  });

  it('leaves in the audit trail who proposed it and who approved', async () => {
    await says(nora);
    await says(omar);
    const trail = tribunal.database.connection
      .prepare("select user_id, action, subject from audit where action like 'migration.%' order by rowid")
      .all();
    const subject = 'workflow/deposit/migrations/1-2';
    expect(trail).toEqual([
      { user_id: 'nora', action: 'migration.propose', subject },
      { user_id: 'omar', action: 'migration.approve', subject },
    ]);
  });

  it('is for administrators, between versions that there are', async () => {
    expect(await says(someone('rita', 'registrar') as typeof nora)).toBeUndefined();
    expect(await approveMigration(tribunal, { kind: 'stranger' }, 'deposit', plan)).toBeUndefined();
    expect(await says(nora, { ...plan, to: 3 })).toBeUndefined();
    expect(await approveMigration(tribunal, nora, 'nothing', plan)).toBeUndefined();
    expect(readMigration(tribunal, nora, 'deposit')).toBeUndefined();
    expect(readMigration(tribunal, someone('rita', 'registrar'), 'deposit')).toBeUndefined();
  });
});
