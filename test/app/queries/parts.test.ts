import { describe, expect, it } from 'vitest';
import { UnknownCursor } from '../../../src/app/ports/unknown-cursor.ts';
import { listPart } from '../../../src/app/queries/list-part.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { ada, afterwards, ben, CASE, mia, rita, STORY } from '../a-dispute.ts';

const page = { limit: 100 };

describe('the parts of a case', () => {
  it('show a party what it was charged, and nobody else’s fees', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const fees = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'fees', page, 'en'))?.items.map(({ movement, amount }) => [
        movement,
        amount,
      ]);
    const moved = [
      ['paid', 7_500],
      ['charged', 7_500],
    ];
    expect(await fees(ada)).toEqual(moved);
    expect(await fees(rita)).toEqual(moved);
    expect(await fees(ben)).toEqual([]);
  });

  it('show staff the tasks of their own queue, the registry all, and parties none', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const tasks = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'tasks', page, 'fr'))?.items.map(({ task }) => task);
    expect(await tasks(rita)).toEqual(['assign-member', 'review']);
    expect(await tasks(mia)).toEqual([]);
    expect(await tasks(ada)).toEqual([]);
    const [newest] = (await listPart(tribunal, rita, CASE, 'tasks', { limit: 1 }, 'fr'))?.items ?? [];
    expect(newest?.title).toBe('Affecter une personne à ce dossier');
  });

  it('page through what is picked out by hand', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const first = await listPart(tribunal, rita, CASE, 'tasks', { limit: 1 }, 'en');
    const second = await listPart(tribunal, rita, CASE, 'tasks', { limit: 1, cursor: first?.next ?? '' }, 'en');
    expect([first?.items[0]?.task, second?.items[0]?.task, second?.next]).toEqual(['assign-member', 'review', null]);
    const madeUp = listPart(tribunal, rita, CASE, 'tasks', { limit: 1, cursor: 'made up' }, 'en');
    await expect(madeUp).rejects.toThrow(UnknownCursor);
  });

  it('label messages with who can read them', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const readers = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'messages', page, 'en'))?.items.map((one) => one.readers);
    expect(await readers(ben)).toEqual(['everyone', 'caucus', 'room', 'room', 'everyone']);
    expect(await readers(mia)).toEqual(['everyone', 'everyone']);
  });

  it('show offers in turns to those in the room', async () => {
    const tribunal = await afterwards(STORY.negotiation);
    const offers = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'offers', page, 'en'))?.items.map(({ status, terms }) => [
        status,
        terms.amount,
      ]);
    expect(await offers(ada)).toEqual([
      ['open', 95_000],
      ['declined', 90_000],
      ['countered', 100_000],
    ]);
    expect(await offers(mia)).toEqual([]);
  });

  it('show the decision and the order to all, with the member’s name and no account', async () => {
    const tribunal = await afterwards(STORY.decided);
    const decisions = await listPart(tribunal, ben, CASE, 'decisions', page, 'en');
    expect(decisions?.items).toMatchObject([
      { decision: 'final', decidedBy: 'MIA', reasons: ['Ben Okri kept the deposit.', 'He shows no damage.'] },
    ]);
    expect((await listPart(tribunal, ben, CASE, 'orders', page, 'en'))?.items).toMatchObject([
      { order: 'final', amount: 120_000 },
    ]);
  });

  it('show the proof of delivery to the tribunal, and addresses to nobody on the other side', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const notices = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'notices', page, 'en'))?.items ?? [];
    const served = (await notices(rita)).find(({ notice }) => notice === 'dispute-notice');
    expect(served).toMatchObject({ to: { name: 'Ben Okri', email: 'ben@example.org' }, readers: 'party' });
    expect(served?.deliveries.find(({ channel }) => channel === 'email')).toHaveProperty('attempts');
    const own = (await notices(ben)).find(({ notice }) => notice === 'dispute-notice');
    expect(own?.deliveries.find(({ channel }) => channel === 'email')).toEqual({
      channel: 'email',
      status: expect.any(String),
      lastAttemptAt: null,
      arrivedAt: null,
      postedOn: null,
      tracking: null,
    });
    expect((await notices(ada)).some(({ notice }) => notice === 'dispute-notice')).toBe(false);
  });
});
