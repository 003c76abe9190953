import { describe, expect, it } from 'vitest';
import { listCandidates } from '../../../src/app/queries/list-candidates.ts';
import { listCases } from '../../../src/app/queries/list-cases.ts';
import { listPublicDecisions } from '../../../src/app/queries/list-public-decisions.ts';
import { me } from '../../../src/app/queries/me.ts';
import { readCase } from '../../../src/app/queries/read-case.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { ada, afterwards, ben, CASE, fay, fran, hana, max, mia, nora, rita, STORY } from '../a-dispute.ts';
import { someone } from '../a-tribunal.ts';
import { journalOf } from './journal-of.ts';

const page = { limit: 100 };

describe('lists of cases', () => {
  it('name a party’s own, the tribunal’s for its staff, and none for an administrator', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const ids = (viewer: Viewer, filter = {}) =>
      listCases(tribunal, viewer, filter, page, 'en').items.map(({ id }) => id);
    for (const viewer of [ada, ben, hana, fay, mia, max, rita]) expect(ids(viewer), viewer.name).toEqual([CASE]);
    for (const viewer of [nora, someone('zoe'), { kind: 'stranger' } as const]) expect(ids(viewer)).toEqual([]);
    expect(ids(fay, { assignee: 'me' })).toEqual([CASE]);
    expect(ids(fran, { assignee: 'me' })).toEqual([]);
    expect(ids(rita, { stage: 'adjudication', status: 'open', q: 'okri' })).toEqual([CASE]);
    expect(ids(rita, { stage: 'intake' })).toEqual([]);
  });

  it('say what is overdue, to staff', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const overdue = () => listCases(tribunal, rita, { overdue: true }, page, 'en').items;
    expect(overdue()).toEqual([]);
    tribunal.clock.advance({ days: 5 });
    expect(overdue()).toMatchObject([{ id: CASE, dueBy: expect.any(String) }]);
    expect(listCases(tribunal, rita, { overdue: false }, page, 'en').items).toEqual([]);
    expect(listCases(tribunal, ada, {}, page, 'en').items[0]).not.toHaveProperty('dueBy');
  });

  it('leave out the case in which someone declared a conflict', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const actor = { kind: 'person', userId: 'max', role: 'member' } as const;
    await tribunal.perform(CASE, 'conflict', { kind: 'declareConflict', actor, reason: 'Ada is my neighbour.' });
    expect(listCases(tribunal, max, {}, page, 'en').items).toEqual([]);
    expect(await readCase(tribunal, max, CASE, 'en')).toBeUndefined();
    expect(await journalOf(tribunal, max)).toEqual({ items: [], next: null });
  });

  it('are part of what people learn of themselves', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect(await me(tribunal, ben, 'en')).toMatchObject({
      user: { email: 'ben@example.org' },
      memberships: [],
      cases: [{ id: CASE }],
    });
    expect(await me(tribunal, mia, 'en')).toMatchObject({ memberships: ['member'], cases: [{ id: CASE }] });
    expect((await me(tribunal, max, 'en'))?.cases).toEqual([]);
    expect(await me(tribunal, { kind: 'stranger' }, 'en')).toBeUndefined();
  });
});

describe('who can be given a case', () => {
  it('is told to the registry, without those who are excluded', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const names = (role: string, viewer: Viewer = rita) =>
      listCandidates(tribunal, viewer, CASE, role)?.map(({ name }) => name);
    expect(names('facilitator')).toEqual(['FLO', 'FRAN', 'FAY']);
    expect(names('member')).toEqual(['FRAN', 'MAX', 'MIA', 'REMI']);
    expect(names('registrar')).toEqual([]);
    expect(names('judge')).toBeUndefined();
    for (const viewer of [ada, fay, mia, nora]) expect(names('member', viewer)).toBeUndefined();
  });
});

it('lets anyone read the public register, with initials for names', async () => {
  const tribunal = await afterwards(STORY.decided);
  const { items } = listPublicDecisions(tribunal, {}, page);
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toMatch(/Okri|Byron/);
});
