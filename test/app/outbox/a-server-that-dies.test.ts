import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { drainOutbox } from '../../../src/app/drain-outbox.ts';
import type { Effects, MailRoute, OutgoingMail } from '../../../src/app/ports/effects.ts';
import { anOutbox } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';
import { emailOf, partiesOf } from './what-became.ts';

const BEN = 'ben@people.example';

describe('a server that dies while it sends', () => {
  it.each(['before the words are kept', 'after the words are kept', 'after the mail server said 250'] as const)(
    'sends the same letter again when it dies %s, and the portal shows one notice',
    async (moment) => {
      const office = await aPostOffice();
      const world = await anOutbox({ smtpUrl: office.url() });
      const caseId = await world.sue(BEN);
      const dying: Record<typeof moment, Effects> = {
        'before the words are kept': { ...world.effects, renderNotice: () => never },
        'after the words are kept': around(world.effects, () => never),
        'after the mail server said 250': around(world.effects, async (mail, send) => {
          await send(mail);
          return never;
        }),
      };
      const dead = dying[moment];
      for (let round = 0; round < 3; round += 1) {
        void drainOutbox(world.parley.ports, dead).catch(() => {});
        await pause(150);
      }
      await world.restart();
      await world.drain();
      const ids = new Set(office.letters.map(({ email }) => email.messageId));
      const bodies = new Set(office.letters.map(({ email }) => email.text));
      expect(office.letters).toHaveLength(moment === 'after the mail server said 250' ? 2 : 1);
      expect(ids.size).toBe(1);
      expect(bodies.size).toBe(1);
      expect(world.notices(caseId).filter(({ notice }) => notice === 'dispute-notice')).toHaveLength(1);
      expect(emailOf(world, caseId)).toMatchObject({ status: 'sent' });
      expect(partiesOf(world, caseId)[1]?.servedOn).toBe('2026-03-03');
    },
  );

  it('takes up what it had in hand two minutes later when nobody says that it is dead', async () => {
    const office = await aPostOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    await world.sue(BEN);
    await drainOutbox(world.parley.ports, world.effects);
    void drainOutbox(
      world.parley.ports,
      around(world.effects, () => never),
    );
    await pause(100);
    expect(await world.drain()).toBe(0);
    world.clock.advance({ minutes: 3 });
    await world.drain();
    expect(office.letters).toHaveLength(1);
  });
});

/** The mail server of these effects, with something done around each send. */
function around(
  effects: Effects,
  send: (mail: OutgoingMail, inner: (mail: OutgoingMail) => ReturnType<Sender>) => ReturnType<Sender>,
): Effects {
  const { mail } = effects;
  if (mail.kind !== 'server') throw new Error('these effects have no mail server');
  return { ...effects, mail: { kind: 'server', send: (letter) => send(letter, (one) => mail.send(one)) } };
}
type Sender = Extract<MailRoute, { kind: 'server' }>['send'];

/** Where a program is when it dies: what it waits for never comes. */
const never = new Promise<never>(() => {});
