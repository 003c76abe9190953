import { describe, expect, it } from 'vitest';
import type { JournalView } from '../../../src/app/queries/journal-view.ts';
import { ada, afterwards, ben, fay, max, mia, PARTIES, rita, STORY } from '../a-dispute.ts';
import { journalOf } from './journal-of.ts';

describe('the journal', () => {
  it('numbers what its reader sees, without gaps', async () => {
    const tribunal = await afterwards(STORY.decided);
    for (const viewer of [ada, ben, fay, mia, max, rita]) {
      const { items } = await journalOf(tribunal, viewer);
      expect(
        items.map(({ number }) => number),
        viewer.name,
      ).toEqual(items.map((_, index) => items.length - index));
    }
  });

  it('goes on with its numbers from page to page', async () => {
    const tribunal = await afterwards(STORY.decided);
    for (const viewer of [ada, mia]) {
      const whole = (await journalOf(tribunal, viewer)).items;
      const pieces: JournalView[] = [];
      let cursor: string | undefined;
      do {
        const piece = await journalOf(tribunal, viewer, 4, cursor);
        pieces.push(...piece.items);
        cursor = piece.next ?? undefined;
      } while (cursor);
      expect(pieces).toEqual(whole);
    }
  });

  it('says who did what, by the names that the case gives them', async () => {
    const tribunal = await afterwards(STORY.decided);
    const { items } = await journalOf(tribunal, ben);
    expect(items[0]).toMatchObject({
      type: 'DECIDE',
      title: 'Decide',
      by: { kind: 'person', role: 'member', name: 'MIA' },
      readers: 'everyone',
    });
    expect(items.find(({ type }) => type === 'SUBMIT')).toMatchObject({
      by: { role: 'applicant', name: 'Ada Byron', party: PARTIES.ada },
    });
    expect(items.find(({ type }) => type === 'MAKE_OFFER')).toMatchObject({ readers: 'room' });
    expect(JSON.stringify(items)).not.toContain('He kept my deposit');
  });

  it('tells a party nothing of what is between the registry and its staff', async () => {
    const tribunal = await afterwards(STORY.decided);
    expect((await journalOf(tribunal, ben)).items.map(({ type }) => type)).not.toContain('ASSIGN');
    expect((await journalOf(tribunal, rita)).items.map(({ type }) => type)).toContain('ASSIGN');
  });
});
