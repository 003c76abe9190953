import { describe, expect, it } from 'vitest';
import { listTeam } from '../../../src/app/queries/list-team.ts';
import { readCase, readStanding } from '../../../src/app/queries/read-case.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { ada, afterwards, ben, CASE, fay, hana, mia, nora, PARTIES, rita, STORY } from '../a-dispute.ts';

describe('a case', () => {
  it('is shown as the API says', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const seen = await readCase(tribunal, ada, CASE, 'en');
    expect(seen).toMatchObject({
      id: CASE,
      reference: 'DEP-2026-000001',
      workflow: { id: 'deposit', version: 1 },
      stage: 'adjudication',
      state: 'adjudication',
      status: 'open',
      outcome: null,
      version: STORY.assigned.length,
      closedAt: null,
      assigned: { facilitator: 'fay', member: 'mia' },
    });
    expect(seen?.parties.map(({ id, role, name, state }) => ({ id, role, name, state }))).toEqual([
      { id: PARTIES.ada, role: 'applicant', name: 'Ada Byron', state: '' },
      { id: PARTIES.ben, role: 'respondent', name: 'Ben Okri', state: 'responded' },
    ]);
    expect(seen?.data).toEqual({ application: { amount: 120_000, what: 'He kept my deposit.' } });
  });

  it('counts for a member what lies outside the room', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const open = STORY.assigned.filter(({ inRoom }) => !inRoom).length;
    expect((await readCase(tribunal, mia, CASE, 'en'))?.version).toBe(open);
    expect((await readCase(tribunal, rita, CASE, 'en'))?.version).toBe(open);
    expect((await readCase(tribunal, fay, CASE, 'en'))?.version).toBe(STORY.assigned.length);
  });

  it('shows an offer’s deadline, and why it falls then, to those in the room alone', async () => {
    const tribunal = await afterwards(STORY.negotiation);
    const deadlines = async (viewer: Viewer, language: string) =>
      (await readCase(tribunal, viewer, CASE, language))?.deadlines ?? [];
    expect(await deadlines(ben, 'fr')).toMatchObject([
      { name: 'offerWindow', zone: 'America/Vancouver', localDate: '2026-03-09' },
    ]);
    expect((await deadlines(ben, 'fr'))[0]?.why).toContain('L’offre est valable 7 jours.');
    expect((await deadlines(fay, 'en'))[0]?.why).toContain('The offer is open for 7 days.');
    expect(await deadlines(mia, 'en')).toEqual([]);
  });

  it('shows how to find a party to that party and the tribunal', async () => {
    const tribunal = await afterwards(STORY.decided);
    const contacts = async (viewer: Viewer) =>
      (await readCase(tribunal, viewer, CASE, 'en'))?.parties.map(({ contact }) => contact);
    const [byAda, byBen] = [
      { email: 'ada@example.org', phone: '+1 250 555 0100', language: 'en' },
      { email: 'ben@example.org', address: '2 Mill Road', language: 'en' },
    ];
    expect(await contacts(ada)).toEqual([byAda, undefined]);
    expect(await contacts(hana)).toEqual([byAda, undefined]);
    expect(await contacts(ben)).toEqual([undefined, byBen]);
    expect(await contacts(mia)).toEqual([byAda, byBen]);
  });

  it('tells people how they stand to it', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect(readStanding(tribunal, hana, CASE)).toMatchObject([
      { standing: 'party', party: PARTIES.ada, capacity: 'helper' },
    ]);
    expect(readStanding(tribunal, mia, CASE)).toEqual([{ standing: 'assigned', role: 'member' }]);
    expect(readStanding(tribunal, nora, CASE)).toEqual([]);
    expect(listTeam(tribunal, ben, CASE)).toEqual([
      { role: 'facilitator', userId: 'fay', name: 'FAY' },
      { role: 'member', userId: 'mia', name: 'MIA' },
    ]);
    expect(listTeam(tribunal, nora, CASE)).toBeUndefined();
  });
});
