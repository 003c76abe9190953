import { describe, expect, it } from 'vitest';
import { smtpError } from '../../effects/post-office.ts';
import { anOutbox } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';
import { partiesOf, tasksOf } from './what-became.ts';

const BEN = 'ben@people.example';

describe('someone whom a party no longer wants at its side', () => {
  it('is one of few whom a party can have written to within the hour: it is no way to fill a mailbox', async () => {
    const world = await anOutbox();
    const caseId = await world.claim(BEN);
    const rex = { capacity: 'helper', name: 'Rex', email: 'rex@people.example' };
    const inviteAndRevoke = async () => {
      await world.act('ada', caseId, 'INVITE', rex);
      await world.act('ada', caseId, 'REVOKE', { supporter: partiesOf(world, caseId)[0]?.supporters[0]?.id });
    };
    for (let times = 0; times < 10; times += 1) await inviteAndRevoke();
    await expect(inviteAndRevoke()).rejects.toThrow('TooManyMails');
    world.clock.advance({ minutes: 61 });
    await inviteAndRevoke();
  });

  it('gets no mail that was still waiting for the server', async () => {
    let isBusy = true;
    const office = await aPostOffice({ onLetter: () => (isBusy ? smtpError(451, 'come back later') : undefined) });
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.claim(BEN);
    const rex = { capacity: 'helper', name: 'Rex', email: 'rex@people.example' };
    await world.act('ada', caseId, 'INVITE', rex);
    await world.drain();
    const supporter = partiesOf(world, caseId)[0]?.supporters[0]?.id;
    await world.act('ada', caseId, 'REVOKE', { supporter });
    isBusy = false;
    world.clock.advance({ minutes: 60 });
    await world.drain();
    expect(office.letters.flatMap(({ to }) => to)).not.toContain(rex.email);
    const invitation = world.notices(caseId).find(({ notice }) => notice === 'supporter-invited');
    expect(invitation?.deliveries).toMatchObject([
      { status: 'failed', response: 'they no longer stand beside the party' },
    ]);
    expect(tasksOf(world, caseId)).not.toContain('undeliverable-notice');
  });
});
