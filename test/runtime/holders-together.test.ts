import { expect, it } from 'vitest';
import { endSession } from '../../src/app/auth/end-session.ts';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import { holdersTogether } from '../../src/runtime/registries/holders-together.ts';
import { aTribunal, someone } from '../app/a-tribunal.ts';

const nora = someone('nora', 'admin');
const rita = someone('rita', 'registrar');

async function aDesk() {
  const tribunal = await aTribunal([nora, rita]);
  const tokenOf = async ({ email }: { email: string }) => (await issueToken(tribunal, email))?.token ?? '';
  return { tribunal, holderOf: holdersTogether(tribunal), noras: await tokenOf(nora), ritas: await tokenOf(rita) };
}

it('tells those who ask at the same moment apart, and knows nobody by a token that is none', async () => {
  const { holderOf, noras, ritas } = await aDesk();
  const holders = await Promise.all([noras, 'made up', ritas, noras].map(holderOf));
  expect(holders.map((holder) => holder?.userId)).toEqual(['nora', undefined, 'rita', 'nora']);
});

it('lets nobody in by a session that ended before they asked', async () => {
  const { tribunal, holderOf, noras, ritas } = await aDesk();
  expect((await holderOf(noras))?.userId).toBe('nora');
  await endSession(tribunal, noras);
  const holders = await Promise.all([noras, ritas].map(holderOf));
  expect(holders.map((holder) => holder?.userId)).toEqual([undefined, 'rita']);
});

it('tells everyone who waits when the registry cannot be read', async () => {
  const { tribunal, holderOf, noras, ritas } = await aDesk();
  tribunal.database.connection.close();
  const asked = await Promise.allSettled([noras, ritas].map(holderOf));
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
