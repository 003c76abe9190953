import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import { APPLICATION, partyNamed } from './a-claim.ts';
import { aComposedServer, type ComposedServer } from './a-composed-server.ts';
import type { Person } from './a-person.ts';

let server: ComposedServer;
let rita: Person;
let bob: Person;

beforeAll(async () => {
  server = await aComposedServer({ clock: { now: () => '2026-12-01T17:00:00.000Z' } });
  rita = await server.signIn('Rita', ['registrar']);
  bob = await server.signIn('Bob');
});
afterAll(() => server.stop());

/** Ann wrote to the registry, which opens her claim against Bob. */
function opened(): Promise<CaseView> {
  return rita.post<CaseView>('/cases', {
    workflow: 'small-claims',
    parties: [
      { role: 'applicant', name: 'Ann Ashby', address: '1 Pier\nVictoria BC' },
      { role: 'respondent', name: 'Bob Bright', email: bob.email },
    ],
  });
}

async function upload(caseId: string): Promise<string> {
  const body = new FormData();
  const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  body.set('file', new File([picture], 'bill.gif', { type: 'image/gif' }));
  return (await rita.call('POST', `/api/v1/cases/${caseId}/documents`, { body })).json<{ id: string }>().id;
}

const feesFor = async (person: Person, caseId: string) =>
  (await person.part<{ fee: string; movement: string; amount: number; party: string }>(caseId, 'fees')).map(
    ({ fee, movement, amount }) => `${fee} ${movement} ${amount}`,
  );

it('is entered by the registry for who wrote it: the fee is theirs, and so is the evidence', async () => {
  const claim = await opened();
  const evidence = [await upload(claim.id)];
  const entered = await rita.act(claim.id, 'ENTER_PAPER_CLAIM', { ...APPLICATION, evidence });
  expect(entered).toMatchObject({ state: 'intake.review' });
  const ann = partyNamed(claim, 'Ann Ashby');
  expect(await rita.part(claim.id, 'exhibits')).toMatchObject([{ number: 'A-1', party: ann }]);
  expect(await rita.part(claim.id, 'fees')).toMatchObject([{ party: ann }, { party: ann }]);
  expect((await feesFor(rita, claim.id)).toSorted()).toEqual([
    'paperApplication charged 10000',
    'paperApplication paid 10000',
  ]);
  await server.settle();
  const letters = await rita.get<{ items: { subject: string; to: { party: string } }[] }>('/letters');
  expect(letters.items.filter(({ to }) => to.party === ann).map(({ subject }) => subject)).toHaveLength(1);
});

it('costs more above $3,000, and neither the fee nor its waiver is shown to the other side', async () => {
  const claim = await opened();
  await rita.act(claim.id, 'ENTER_PAPER_CLAIM_UNPAID', { ...APPLICATION, amount: 300_001 });
  const waiver = { householdSize: 1, income: 100_000, reasons: 'She has no work.' };
  await rita.act(claim.id, 'ASK_FEE_WAIVER', waiver);
  await rita.act(claim.id, 'GRANT_FEE_WAIVER');
  await rita.act(claim.id, 'ISSUE_NOTICE');
  expect((await feesFor(rita, claim.id)).toSorted()).toEqual([
    'paperApplication charged 15000',
    'paperApplication waived 15000',
  ]);
  expect(await feesFor(bob, claim.id)).toEqual([]);
});

it('can be paid later by whoever brings the money, which the other side does not see either', async () => {
  const claim = await opened();
  await rita.act(claim.id, 'ENTER_PAPER_CLAIM_UNPAID', APPLICATION);
  expect((await rita.actions(claim.id)).find(({ event }) => event === 'PAY_PAPER_FEE')?.owed).toMatchObject({
    amount: 10_000,
  });
  await rita.act(claim.id, 'PAY_PAPER_FEE');
  await rita.act(claim.id, 'ISSUE_NOTICE');
  expect(await feesFor(bob, claim.id)).toEqual([]);
});
