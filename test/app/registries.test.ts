import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueInvitation } from '../../src/app/auth/issue-invitation.ts';
import { setRoles } from '../../src/app/auth/set-roles.ts';
import { readCursor, writeCursor } from '../../src/app/cursor.ts';
import { decideAndSave } from '../../src/app/decide-and-save.ts';
import type { Page } from '../../src/app/ports/page.ts';
import type { Registry } from '../../src/app/ports/registry.ts';
import { listStaff } from '../../src/app/queries/list-staff.ts';
import { me } from '../../src/app/queries/me.ts';
import { readCase } from '../../src/app/queries/read-case.ts';
import { caseloadElsewhere } from '../../src/app/registries/caseload-elsewhere.ts';
import { joinEverywhere } from '../../src/app/registries/join-everywhere.ts';
import {
  listCasesEverywhere,
  listDecisionsEverywhere,
  listDisputesEverywhere,
} from '../../src/app/registries/list-everywhere.ts';
import { mergePages, oldestFirst } from '../../src/app/registries/merge-pages.ts';
import { migrateEverywhere } from '../../src/app/registries/migrate-everywhere.ts';
import { openWhereOpen } from '../../src/app/registries/open-where-open.ts';
import { HOME, registryOf } from '../../src/app/registry-of.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { aCaseOpened, aStep } from '../store/a-decision.ts';
import { ids, someone } from './a-tribunal.ts';
import { claim, twoRegistries } from './two-registries.ts';

const ann = someone('ann');
const ben = someone('ben');
const cleo = someone('cleo');
const rita = someone('rita', 'registrar');
const fay = someone('fay', 'facilitator');
const nora = someone('nora', 'admin');

type Tribunal = Awaited<ReturnType<typeof twoRegistries>>;

/** Cases of Ann against Ben, by turns in each registry. */
async function openInTurns(tribunal: Tribunal, count: number): Promise<string[]> {
  const opened: string[] = [];
  for (let number = 0; number < count; number += 1) {
    await tribunal.opens(number % 2 === 0 ? 'east' : HOME);
    opened.push((await tribunal.opened(ann, ben)).id);
    if (number % 3 === 2) tribunal.clock.advance({ minutes: 1 });
  }
  return opened;
}

/** Every case of a list, page by page. */
async function walk({ home }: Tribunal, viewer: typeof ann, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listCasesEverywhere(home, viewer, {}, { limit, ...(cursor ? { cursor } : {}) }, 'en');
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    cursor = page.next;
  }
}

describe('a party with cases in two registries', () => {
  it('sees them all, newest first and each once, however short the pages', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    const opened = await openInTurns(tribunal, 7);
    expect(new Set(opened.map(registryOf))).toEqual(new Set([HOME, 'east']));
    const whole = await walk(tribunal, ann, 100);
    expect(whole.toSorted()).toEqual(opened.toSorted());
    for (const limit of [1, 2, 3]) expect(await walk(tribunal, ann, limit)).toEqual(whole);
    expect(await walk(tribunal, rita, 1)).toEqual(whole);
    expect(await walk(tribunal, cleo, 1)).toEqual([]);
  });

  it('finds both on the page of disputes, with how they stand to each, and among what is theirs', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    const opened = await openInTurns(tribunal, 2);
    const { items } = await listDisputesEverywhere(tribunal.home, ann, {}, { limit: 10 }, 'en');
    expect(items.map(({ standing }) => standing[0])).toMatchObject([{ role: 'applicant' }, { role: 'applicant' }]);
    expect((await me(tribunal.home, ann, 'en'))?.cases.map(({ id }) => id).toSorted()).toEqual(opened.toSorted());
  });

  it('opens no case of one in the other', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    const [inEast = '', atHome = ''] = await openInTurns(tribunal, 2);
    expect(await readCase(tribunal.east, ann, inEast, 'en')).toMatchObject({ id: inEast });
    expect(await readCase(tribunal.east, ann, atHome, 'en')).toBeUndefined();
    expect(await readCase(tribunal.home, ann, inEast, 'en')).toBeUndefined();
    expect(await readCase(tribunal.east, ann, atHome.replace(HOME, 'east'), 'en')).toBeUndefined();
  });

  it('has no two cases of one reference', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    await openInTurns(tribunal, 4);
    const { items } = await listCasesEverywhere(tribunal.home, ann, {}, { limit: 10 }, 'en');
    const references = items.map(({ reference }) => reference).toSorted();
    expect(references).toEqual(['DEP-2026-000001', 'DEP-2026-000002', 'DEP-EAST-2026-000001', 'DEP-EAST-2026-000002']);
  });
});

describe('pages of several registries', () => {
  it('come to every item once in order, whatever each registry hides', () => {
    const item = fc.record({ at: fc.constantFrom('1', '2', '3'), id: fc.uuid(), isHidden: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.array(item, { maxLength: 12 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        walksAll,
      ),
    );
  });

  interface Item {
    readonly at: string;
    readonly id: string;
    readonly isHidden: boolean;
  }

  function walksAll(registries: readonly (readonly Item[])[], limit: number, isOldestFirst: boolean): void {
    const newest = (items: readonly Item[]) => items.toSorted((a, b) => (a.at + a.id > b.at + b.id ? -1 : 1));
    const order = (items: readonly Item[]) => (isOldestFirst ? newest(items).toReversed() : newest(items));
    const inOrder = isOldestFirst ? oldestFirst : undefined;
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const pages = registries.map((items) => pageOf(order(items), limit, cursor ?? undefined, isOldestFirst));
      const page: Page<Item> = mergePages(limit, pages, ({ at, id }) => [at, id], inOrder);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(order(registries.flat().filter(({ isHidden }) => !isHidden)).map(({ id }) => id));
  }

  /** As a registry pages: what its viewer may not see counts, and is left out. */
  function pageOf(
    items: readonly Item[],
    limit: number,
    cursor: string | undefined,
    isOldestFirst: boolean,
  ): Page<Item> {
    const from = readCursor(cursor, 2)?.join('');
    const isAfter = (item: Item) => from === undefined || item.at + item.id > from === isOldestFirst;
    const after = items.filter((item) => item.at + item.id !== from && isAfter(item));
    const last = after[limit - 1];
    const next = after.length > limit && last ? writeCursor(last.at, last.id) : null;
    return { items: after.slice(0, limit).filter(({ isHidden }) => !isHidden), next };
  }
});

describe('the same key', () => {
  it('opens one case, though new cases have gone elsewhere since', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    for (const [before, after] of [
      ['east', HOME],
      [HOME, 'east'],
    ] as const) {
      await tribunal.opens(before);
      const first = await tribunal.opened(ann, ben, `from ${before}`);
      await tribunal.opens(after);
      const again = await tribunal.opened(ann, ben, `from ${before}`);
      expect([registryOf(first.id), again.id]).toEqual([before, first.id]);
    }
    expect(await walk(tribunal, ann, 10)).toHaveLength(2);
  });

  it('with another request is refused, wherever that would go', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    await tribunal.opens('east');
    await tribunal.opened(ann, ben, 'one');
    await tribunal.opens(HOME);
    const other = await openWhereOpen(tribunal.home, ann, claim(ann, cleo), { key: 'one', requestHash: 'another' });
    expect(other && isRefusal(other) && other.refused).toBe('IdempotencyKeyReused');
  });
});

describe('new cases', () => {
  it('go to the registry that was opened last, and back when it is closed', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    await tribunal.opens('east');
    expect(registryOf((await tribunal.opened(ann, ben)).id)).toBe('east');
    expect(await tribunal.closes('east')).toEqual({
      refused: 'east is the last that takes new cases; open another first',
    });
    await tribunal.opens(HOME);
    expect(registryOf((await tribunal.opened(ann, ben)).id)).toBe(HOME);
  });

  it('are shared by those that are open beside each other', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    expect(await tribunal.opens('east', { beside: true })).toMatchObject({ directory: [{ id: HOME }, { id: 'east' }] });
    const opened: string[] = [];
    for (let number = 0; number < 24; number += 1) opened.push((await tribunal.opened(ann, ben)).id);
    expect(new Set(opened.map(registryOf))).toEqual(new Set([HOME, 'east']));
    await tribunal.closes(HOME);
    expect(registryOf((await tribunal.opened(ann, ben)).id)).toBe('east');
  });

  it.each([
    ['East', '"East" is no name for a registry: take a small letter, then up to 15 small letters or digits'],
    ['home', 'home takes new cases already'],
  ])('do not go to %s', async (id, refused) => {
    const tribunal = await twoRegistries([rita]);
    expect(await tribunal.opens(id)).toEqual({ refused });
  });

  it('run on a version that was published a moment before', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben]);
    await tribunal.opens('east');
    const at = tribunal.clock.now();
    const json = JSON.stringify(depositDispute);
    const row = { id: 'deposit', version: 2, sha256: ids.hash(json), json, publishedAt: at, publishedBy: 'nora' };
    await tribunal.home.registry.commit((tx) => tx.insertVersion({ ...row, approvedBy: 'omar', opensFrom: at }));
    expect((await tribunal.opened(ann, ben)).workflow.version).toBe(2);
  });
});

describe('someone of the tribunal', () => {
  it('knows in each registry who has just signed in, and who did so a while ago', async () => {
    const tribunal = await twoRegistries([], [ann]);
    const token = await tribunal.token(ann);
    expect((await tribunal.seenInEast(token))?.isFreshlyProven).toBe(true);
    tribunal.clock.advance({ minutes: 10 });
    expect((await tribunal.seenInEast(token))?.isFreshlyProven).toBeUndefined();
  });

  it('is known in every registry, and nobody there from the moment their role is taken away', async () => {
    const tribunal = await twoRegistries([fay, nora]);
    const token = await tribunal.token(fay);
    expect(await tribunal.seenInEast(token)).toMatchObject({ userId: 'fay', roles: ['facilitator'] });
    const held = () => tribunal.east.registry.read((reads) => reads.usersWithRole('facilitator').map(({ id }) => id));
    expect(held()).toEqual(['fay']);
    await setRoles(tribunal.home, nora, { email: fay.email, name: 'Fay', language: 'en', roles: [] });
    expect(await tribunal.seenInEast(token)).toBeUndefined();
    expect(held()).toEqual([]);
    expect(await tribunal.seenInEast(await tribunal.token(fay))).toMatchObject({ userId: 'fay', roles: [] });
  });

  it('has the cases of every registry counted', async () => {
    const tribunal = await twoRegistries([fay, rita], [ann, ben]);
    for (const caseId of await openInTurns(tribunal, 3)) {
      const { registry, clock, ids, processOf } = registryOf(caseId) === HOME ? tribunal.home : tribunal.east;
      const command = { kind: 'assign', actor: { kind: 'engine' }, role: 'facilitator', userId: 'fay' } as const;
      await registry.commit((tx) => decideAndSave({ clock, ids, processOf }, tx, caseId, command));
    }
    const elsewhere = await caseloadElsewhere(tribunal.home, 'facilitator');
    expect(listStaff(tribunal.home, rita, 'facilitator', elsewhere)).toMatchObject([{ id: 'fay', openCases: 3 }]);
  });
});

describe('a code on a letter', () => {
  it('leads into the case, whichever registry made it and however it is typed', async () => {
    const tribunal = await twoRegistries([rita], [ann, ben, cleo]);
    const opened = await openInTurns(tribunal, 2);
    for (const caseId of opened) {
      const place = registryOf(caseId) === HOME ? tribunal.home : tribunal.east;
      const theCase = await readCase(place, rita, caseId, 'en');
      const respondent = theCase?.parties.find(({ role }) => role === 'respondent')?.id ?? '';
      const invitation = await issueInvitation(place, rita, caseId, respondent);
      const typed = invitation?.code.toUpperCase().replaceAll('-', ' ').replaceAll('1', 'l') ?? '';
      expect(await joinEverywhere(tribunal.home, cleo, typed, 'en')).toMatchObject({ id: caseId });
      expect(await joinEverywhere(tribunal.home, someone('dan'), typed, 'en')).toBeUndefined();
    }
    expect(await walk(tribunal, cleo, 1)).toHaveLength(2);
  });
});

describe('an administrator who moves cases to another version', () => {
  it('comes through every registry', async () => {
    const tribunal = await twoRegistries([nora], [ann, ben]);
    const opened = await openInTurns(tribunal, 5);
    const row = { id: 'deposit', version: 2, sha256: 'x', json: JSON.stringify(depositDispute), publishedBy: 'nora' };
    const at = tribunal.clock.now();
    await tribunal.home.registry.commit((tx) =>
      tx.insertVersion({ ...row, publishedAt: at, approvedBy: 'omar', opensFrom: at }),
    );
    const plan = { from: 1, to: 2, states: {}, fields: {}, recompute: [], limit: 2, dryRun: false };
    expect(await migrateEverywhere(tribunal.home, someone('omar', 'admin'), 'deposit', plan)).toMatchObject({
      kind: 'proposed',
    });
    const moved: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await migrateEverywhere(tribunal.home, nora, 'deposit', { ...plan, cursor: cursor ?? undefined });
      if (page?.kind !== 'moved') throw new Error('nothing moved');
      moved.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(moved.toSorted()).toEqual(opened.toSorted());
  });
});

describe('the public register', () => {
  it('holds the decisions of every registry, those published last first, and finds them by their words', async () => {
    const tribunal = await twoRegistries([]);
    const published: string[] = [];
    for (const [number, place] of [tribunal.home, tribunal.east, tribunal.home, tribunal.east].entries()) {
      published.unshift(await publishedDecision(place.registry, number));
    }
    const walkRegister = async (q: string | undefined, limit: number) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listDecisionsEverywhere(tribunal.home, { q }, { limit, cursor: cursor ?? undefined });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      return seen;
    };
    for (const limit of [1, 3, 100]) expect(await walkRegister(undefined, limit)).toEqual(published);
    expect(await walkRegister('bicycle 2', 1)).toEqual(published.slice(1, 2));
  });

  async function publishedDecision(registry: Registry, number: number): Promise<string> {
    const opened = aCaseOpened();
    const id = `decision-${number}`;
    const issued = {
      kind: 'DecisionIssued',
      id,
      decision: 'final',
      document: 'd',
      reasons: [],
      decidedBy: 'mo',
    } as const;
    const register = {
      kind: 'DecisionPublished',
      decision: id,
      title: 'A. v. B.',
      summary: `Bicycle ${number}`,
    } as const;
    const at = `2026-03-0${1 + number}T09:00:00.000Z`;
    await registry.commit((tx) => {
      tx.save(opened);
      tx.save(aStep(opened.next, [issued], { at }));
      tx.save(aStep(tx.caseFile(opened.next.id) ?? opened.next, [register], { at }));
    });
    return id;
  }
});

describe('a tribunal of one registry', () => {
  it('answers its lists as they are read, and asks nobody', async () => {
    const { home } = await twoRegistries([rita], [ann, ben]);
    const alone = { ...home, everywhere: { others: () => [] } };
    expect(listCasesEverywhere(alone, ann, {}, { limit: 1 }, 'en')).toEqual({ items: [], next: null });
    expect(listDecisionsEverywhere(alone, {}, { limit: 1 })).toEqual({ items: [], next: null });
    expect(await caseloadElsewhere(alone, 'member')).toEqual(new Map());
  });
});
