import { expect, it } from 'vitest';
import { partyNamed, respond, submitClaim } from './a-claim.ts';
import { aComposedServer } from './a-composed-server.ts';

it('lets a person who cannot pay make a counterclaim without the fee, and tells the other side nothing of their money', async () => {
  const server = await aComposedServer({ clock: { now: () => '2026-12-01T17:00:00.000Z' } });
  try {
    const [ann, bob] = [await server.signIn('Ann'), await server.signIn('Bob')];
    const rita = await server.signIn('Rita', ['registrar']);
    const { id, ...claim } = await submitClaim(ann, {
      applicant: { name: 'Ann Ashby', email: ann.email },
      respondents: [{ name: 'Bob Bright', email: bob.email }],
    });
    await rita.act(id, 'ISSUE_NOTICE');
    await respond(bob, id, '2026-12-01');
    const counterclaim = { amount: 350_000, whatHappened: 'The bicycle broke.', remedy: 'Pay for the repair.' };
    expect((await bob.attempt(id, 'FILE_WAIVED_COUNTERCLAIM', counterclaim)).status).toBe(422);
    const asked = { who: 'individual', householdSize: 3, income: 123_456, reasons: 'I am out of work.' };
    await bob.act(id, 'ASK_COUNTERCLAIM_WAIVER', asked);
    await rita.act(id, 'GRANT_COUNTERCLAIM_WAIVER', {}, partyNamed({ id, ...claim }, 'Bob Bright'));
    const offered = await bob.actions(id);
    expect(offered.find(({ event }) => event === 'FILE_WAIVED_COUNTERCLAIM')?.fee).toBeUndefined();
    expect(offered.find(({ event }) => event === 'FILE_COUNTERCLAIM')?.fee?.amount).toBe(7_500);
    await bob.act(id, 'FILE_WAIVED_COUNTERCLAIM', counterclaim);
    expect(await bob.part(id, 'fees')).toEqual([]);
    expect((await ann.actions(id)).map(({ event }) => event)).toContain('ANSWER_COUNTERCLAIM');
    const seen = JSON.stringify(await ann.case(id));
    expect(seen).toContain('The bicycle broke.');
    expect(seen).not.toMatch(/123456|out of work/);
    const tasks = await rita.part<{ task: string; closedAt: string | null }>(id, 'tasks');
    expect(tasks.find(({ task }) => task === 'decide-counterclaim-waiver')?.closedAt).not.toBeNull();
  } finally {
    await server.stop();
  }
});
