import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { smtpError } from '../../effects/post-office.ts';
import { anOutbox } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';
import { tasksOf } from './what-became.ts';

describe('many notices over a mail server that fails one time in five', () => {
  const NOTICES = Number(process.env.NOTICES ?? 300);

  it(`ends with each of ${NOTICES} sent once or given to the registry`, { timeout: 1_200_000 }, async () => {
    const faults = ['451', '550', 'drop', '421', '451'];
    let visit = 0;
    const office = await aPostOffice({
      onLetter(_letter, post) {
        visit += 1;
        const fault = visit % 5 === 0 ? faults[(visit / 5) % faults.length] : undefined;
        if (fault === 'drop') post.hangUp();
        return fault === 'drop' ? 'silence' : fault ? smtpError(Number(fault), 'fault') : undefined;
      },
    });
    const world = await anOutbox({ smtpUrl: office.url(), definition: withoutPaper() });
    const cases = await Promise.all(
      Array.from({ length: Math.ceil(NOTICES / 3) }, (_, index) =>
        world.sue(...[1, 2, 3].map((party) => `ben${index}.${party}@people.example`)),
      ),
    );
    const left = () => world.parley.ports.registry.read((reads) => reads.counts().outbox);
    for (let round = 0; round < 100 && left() > 0; round += 1) {
      await world.drain();
      world.clock.advance({ minutes: 90 });
    }
    expect(left()).toBe(0);
    const arrived = new Set(office.letters.flatMap(({ to }) => to));
    const fates = cases.flatMap((caseId) => world.notices(caseId).filter(({ notice }) => notice === 'dispute-notice'));
    expect(fates).toHaveLength(cases.length * 3);
    for (const { to, deliveries } of fates) {
      const { status } = deliveries.find(({ channel }) => channel === 'email') ?? {};
      expect(status).toBe(arrived.has(to.email ?? '') ? 'sent' : 'failed');
    }
    const unreached = fates.filter(({ to }) => !arrived.has(to.email ?? ''));
    const tasks = cases.flatMap((caseId) => tasksOf(world, caseId).filter((task) => task === 'undeliverable-notice'));
    expect(tasks).toHaveLength(unreached.length);
    expect(unreached.length).toBeGreaterThan(0);
    const ids = office.letters.map(({ email }) => email.messageId);
    expect(new Set(ids).size).toBe(new Set(office.letters.flatMap(({ to }) => to)).size);
  });
});

/** The dispute with a notice that is a mail alone: many of them take no time to make. */
function withoutPaper(): DefinitionInput {
  const notice = depositDispute.notices?.['dispute-notice'];
  const json = JSON.stringify({
    ...depositDispute,
    notices: { ...depositDispute.notices, 'dispute-notice': { ...notice, attach: [] } },
  });
  return JSON.parse(json.replace('{"type":"generate","document":"dispute-notice"},', ''));
}
