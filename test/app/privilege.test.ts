import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/app/ports/registry.ts';
import { listActions } from '../../src/app/queries/list-actions.ts';
import { listCandidates } from '../../src/app/queries/list-candidates.ts';
import { listCases } from '../../src/app/queries/list-cases.ts';
import { listPart } from '../../src/app/queries/list-part.ts';
import { listPublicDecisions } from '../../src/app/queries/list-public-decisions.ts';
import { listTeam } from '../../src/app/queries/list-team.ts';
import { me } from '../../src/app/queries/me.ts';
import { readCase, readStanding } from '../../src/app/queries/read-case.ts';
import { readDocument } from '../../src/app/queries/read-document.ts';
import { readNotice } from '../../src/app/queries/read-notice.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import {
  ada,
  afterwards,
  BOUNCED,
  ben,
  CASE,
  EVERYONE,
  fay,
  flo,
  fran,
  type Happening,
  max,
  mia,
  remi,
  rita,
  STORY,
} from './a-dispute.ts';
import { idOf, type TestTribunal } from './a-tribunal.ts';

const PARTS = [
  'journal',
  'deadlines',
  'notices',
  'documents',
  'messages',
  'offers',
  'orders',
  'decisions',
  'tasks',
  'fees',
] as const satisfies readonly Part[];

/** Everything that any query answers this viewer, as bytes. */
async function allThatIsAnswered(tribunal: TestTribunal, viewer: Viewer): Promise<string> {
  const answers: unknown[] = [];
  for (const language of ['en', 'fr']) answers.push(await readCase(tribunal, viewer, CASE, language));
  answers.push(readStanding(tribunal, viewer, CASE), listTeam(tribunal, viewer, CASE), me(tribunal, viewer, 'en'));
  answers.push(listCandidates(tribunal, viewer, CASE, 'member'), listCandidates(tribunal, viewer, CASE, 'facilitator'));
  answers.push(
    listPublicDecisions(tribunal, {}, { limit: 10 }),
    listPublicDecisions(tribunal, { q: 'deposit' }, { limit: 10 }),
  );
  answers.push(listActions(tribunal, viewer, CASE, 'en'));
  answers.push(...searches(tribunal, viewer));
  for (const part of PARTS) {
    answers.push(
      await listPart(tribunal, viewer, CASE, part, { limit: 100 }, 'en'),
      await oneByOne(tribunal, viewer, part),
    );
  }
  for (const id of await idsIn(tribunal, viewer, 'documents'))
    answers.push(await readDocument(tribunal, viewer, id, 'en'));
  for (const id of await idsIn(tribunal, viewer, 'notices')) answers.push(await readNotice(tribunal, viewer, id, 'en'));
  return JSON.stringify(answers);
}

function searches(tribunal: TestTribunal, viewer: Viewer): unknown[] {
  const filters = [
    {},
    { stage: 'negotiation' },
    { overdue: true },
    { assignee: 'fay' },
    { assignee: 'me' },
    { work: 'me' as const },
    { q: 'Ada' },
    { q: '1,000' },
    { q: 'settle' },
  ];
  return filters.map((filter) => listCases(tribunal, viewer, filter, { limit: 10 }, 'en'));
}

/** A part read with pages of one: cursors betray nothing either. */
async function oneByOne(tribunal: TestTribunal, viewer: Viewer, part: Part): Promise<unknown[]> {
  const pages: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listPart(tribunal, viewer, CASE, part, { limit: 1, cursor: cursor ?? undefined }, 'en');
    pages.push(page);
    cursor = page?.next;
  } while (cursor);
  return pages;
}

async function idsIn(tribunal: TestTribunal, viewer: Viewer, part: 'documents' | 'notices'): Promise<string[]> {
  const page = await listPart(tribunal, viewer, CASE, part, { limit: 100 }, 'en');
  return page?.items.map(({ id }) => id) ?? [];
}

/** The registry has found another way to tell Ben of the offer. */
async function putAside(tribunal: TestTribunal): Promise<void> {
  const task = tribunal.caseFile(CASE).tasks.find(({ closedBy }) => closedBy?.length === 0)?.id ?? '';
  const actor = { kind: 'person', userId: 'rita', role: 'registrar' } as const;
  await tribunal.perform(CASE, 'put aside', { kind: 'completeTask', actor, task });
}

/** Nobody took the last offer in time. */
async function expire(tribunal: TestTribunal): Promise<void> {
  const deadline = tribunal.caseFile(CASE).deadlines.find(({ name }) => name === 'offerWindow')?.id ?? '';
  await tribunal.perform(CASE, 'offer expires', { kind: 'expire', actor: { kind: 'time' }, deadline });
}

/** The same story, as if nobody had said anything without prejudice. */
const silent = (story: readonly Happening[]) => story.filter(({ inRoom }) => !inRoom);

describe('two cases that differ in nothing but offers and private talk', () => {
  for (const [point, story] of Object.entries(STORY)) {
    it(`are the same, byte for byte, for everyone outside the room (${point})`, async () => {
      const [talked, silence] = [await afterwards(story), await afterwards(silent(story))];
      for (const viewer of [mia, max, fran, remi, rita, flo]) {
        expect(await allThatIsAnswered(talked, viewer), viewer.name).toBe(await allThatIsAnswered(silence, viewer));
      }
    });

    it(`are not the same for those in it (${point})`, async () => {
      const [talked, silence] = [await afterwards(story), await afterwards(silent(story))];
      for (const viewer of [ada, ben, fay]) {
        expect(await allThatIsAnswered(talked, viewer), viewer.name).not.toBe(await allThatIsAnswered(silence, viewer));
      }
    });
  }

  it('are the same for members after the time of every task and offer has passed, also where mail about an offer came back', async () => {
    const story = [...STORY.negotiation, BOUNCED];
    const [talked, silence] = [await afterwards(story), await afterwards(silent(story))];
    for (const days of [0, 1, 2, 3, 4, 10]) {
      if (days === 2) await putAside(talked);
      if (days === 10) await expire(talked);
      for (const tribunal of [talked, silence]) tribunal.clock.advance({ days });
      for (const viewer of [mia, max, fran]) {
        expect(await allThatIsAnswered(talked, viewer), `${viewer.name} ${days}`).toBe(
          await allThatIsAnswered(silence, viewer),
        );
      }
    }
  });
});

it('show a member the same, whatever is said in the room, in whatever order', async () => {
  const said = fc.constantFrom(
    ...STORY.negotiation.filter(({ inRoom, command }) => inRoom && typeof command !== 'function'),
  );
  const opening = silent(STORY.negotiation);
  const quiet = await afterwards([...opening, ...silent(STORY.assigned).slice(opening.length)]);
  const expected = await Promise.all([mia, max].map((viewer) => allThatIsAnswered(quiet, viewer)));
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 12 }), async (talk) => {
      const named = talk.map((one, index) => ({ ...one, name: `said ${index}` }));
      const tribunal = await afterwards(
        [...opening, ...named, ...silent(STORY.assigned).slice(opening.length)],
        'skip refusals',
      );
      expect(await Promise.all([mia, max].map((viewer) => allThatIsAnswered(tribunal, viewer)))).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

it('gives a member nothing for the id of an offer’s notice, whoever told it', async () => {
  const tribunal = await afterwards(STORY.assigned);
  const notices = await listPart(tribunal, ben, CASE, 'notices', { limit: 100 }, 'en');
  const privileged = notices?.items.filter(({ notice }) => notice === 'offer-made') ?? [];
  expect(privileged.length).toBeGreaterThan(0);
  for (const { id } of privileged) {
    expect(await readNotice(tribunal, mia, id, 'en')).toBeUndefined();
    expect(await readNotice(tribunal, mia, id, 'en')).toEqual(await readNotice(tribunal, mia, idOf('nothing'), 'en'));
    expect(await readNotice(tribunal, ben, id, 'en')).toBeDefined();
  }
});

it('has no offers to extend for the registry, though the definition lets it extend their time', async () => {
  const tribunal = await afterwards(STORY.negotiation);
  const deadline = tribunal.caseFile(CASE).deadlines.find(({ name }) => name === 'offerWindow')?.id ?? '';
  const extend = (userId: string, role: string, id: string) =>
    tribunal.perform(CASE, `extend ${userId}`, {
      kind: 'extend',
      actor: { kind: 'person', userId, role },
      deadline: id,
      days: 1,
      reason: 'x',
    });
  for (const [userId, role] of [
    ['rita', 'registrar'],
    ['mia', 'member'],
  ] as const) {
    await expect(extend(userId, role, deadline)).rejects.toThrow('UnknownDeadline');
    await expect(extend(userId, role, 'no such deadline')).rejects.toThrow('UnknownDeadline');
  }
});

it('shows one party nothing of what the other tells the facilitator alone', async () => {
  const tribunal = await afterwards(STORY.negotiation);
  expect(await allThatIsAnswered(tribunal, ada)).not.toContain('I could pay 900');
  expect(await allThatIsAnswered(tribunal, ben)).not.toContain('Would you take 900');
  expect(await allThatIsAnswered(tribunal, fay)).toMatch(
    /I could pay 900.*Would you take 900|Would you take 900.*I could pay 900/,
  );
});

it('shows no account id, hash or audience of anybody to a party', async () => {
  const tribunal = await afterwards(STORY.decided);
  const bytes = await allThatIsAnswered(tribunal, ben);
  expect(bytes).not.toMatch(
    /"(hash|previousHash|audience|userId|seq|openVersion|everAssigned|conflicts)":(?!"(fay|mia)")/,
  );
  expect(bytes).not.toContain('ada@example.org');
  expect(bytes).not.toContain('+1 250 555 0100');
});

it('lets nobody read anything who has nothing to do with the case', async () => {
  const tribunal = await afterwards(STORY.decided);
  const unknown = await afterwards([]);
  for (const viewer of [
    { kind: 'stranger' },
    { ...EVERYONE.nora },
    { ...ada, userId: 'zoe', email: 'zoe@example.org' },
  ] as const) {
    for (const part of PARTS) expect(await listPart(tribunal, viewer, CASE, part, { limit: 10 }, 'en')).toBeUndefined();
    expect(await readCase(tribunal, viewer, CASE, 'en')).toEqual(await readCase(unknown, viewer, CASE, 'en'));
    expect(listCases(tribunal, viewer, {}, { limit: 10 }, 'en')).toEqual({ items: [], next: null });
    for (const id of await idsIn(tribunal, ada, 'documents'))
      expect(await readDocument(tribunal, viewer, id, 'en')).toBeUndefined();
    for (const id of await idsIn(tribunal, ada, 'notices'))
      expect(await readNotice(tribunal, viewer, id, 'en')).toBeUndefined();
  }
});
