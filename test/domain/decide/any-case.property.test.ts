import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, isPrivileged } from '../../../src/domain/audience.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Decision } from '../../../src/domain/decision.ts';
import { type DefinitionInput, definitionSchema } from '../../../src/domain/definition/schema.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { replay } from '../../../src/domain/replay/replay.ts';
import { isWithin } from '../../../src/domain/statechart.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { processFor } from '../../a-process.ts';
import { bothAnswered } from './a-play.ts';
import { KINDS, RandomCase, type Story } from './a-random-case.ts';

const smallClaims = new URL('../../../workflows/small-claims.json', import.meta.url);
const talked: Story = {
  start: '2026-03-02T09:00',
  parties: { applicant: 2, respondent: 2 },
  steps: [
    ...bothAnswered,
    { as: 'applicant-1', do: 'MAKE_OFFER', form: { amount: 100 } },
    { as: 'facilitator', do: 'GO_TO_DECISION' },
  ],
};
/** Each with the stories from which chance goes on. */
const definitions: [string, DefinitionInput, readonly Story[]][] = [['a deposit dispute', depositDispute, [talked]]];
if (existsSync(smallClaims)) {
  const definition = definitionSchema.parse(JSON.parse(readFileSync(smallClaims, 'utf8')));
  definitions.push(['a small claim', definition, definition.scenarios]);
}

const number = fc.nat({ max: 1_000_000 });
const chances = (length: number) =>
  fc.array(fc.record({ kind: fc.nat({ max: KINDS - 1 }), who: number, what: number, answers: number }), {
    maxLength: length,
    size: 'max',
  });

describe.each(definitions)('whatever happens in %s', (_, definition, stories) => {
  const process = processFor(definition);
  const begun = fc
    .record({ story: fc.constantFrom(...stories), length: fc.nat({ max: 40 }), happenings: chances(40) })
    .map(({ story, length, happenings }) => ({ happenings, random: () => new RandomCase(process, story, length) }));

  it('the case stays whole: numbers without gaps, JSON throughout, nothing waited for in vain, nothing running when it is closed', () => {
    fc.assert(
      fc.property(begun, ({ happenings, random: begin }) => {
        const random = begin();
        const ids = new Set<string>();
        let checked = 0;
        for (const chance of happenings) {
          random.next(chance);
          for (; checked < random.decisions.length; checked += 1) {
            const decision = random.decisions[checked] as Decision;
            holdsNumbers(random.decisions[checked - 1]?.next, decision);
            holdsJson(decision);
            holdsDeadlines(process, decision.next);
            holdsClosing(decision.next);
            holdsPrivilege(process, decision);
            holdsIds(ids, decision.facts);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('replaying its journal gives it again, byte for byte', () => {
    fc.assert(
      fc.property(begun, ({ happenings, random: begin }) => {
        const random = begin();
        for (const chance of happenings) random.next(chance);
        const journal = JSON.parse(JSON.stringify(random.decisions.map(({ entry }) => entry)));
        expect(JSON.stringify(replay(() => process, journal))).toBe(JSON.stringify(random.theCase));
      }),
      { numRuns: 20 },
    );
  });

  it('what is refused has changed nothing', () => {
    fc.assert(
      fc.property(begun, ({ happenings, random: begin }) => {
        const random = begin();
        for (const chance of happenings) {
          const before = JSON.stringify(random.theCase);
          const entries = random.decisions.length;
          const answer = random.next(chance);
          if (isRefusal(answer))
            expect([JSON.stringify(random.theCase), random.decisions.length]).toEqual([before, entries]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('deciding leaves the case it was given as it was', () => {
    fc.assert(
      fc.property(begun, ({ happenings, random: begin }) => {
        const random = begin();
        for (const chance of happenings) {
          const before = random.file;
          freeze(before);
          random.next(chance);
        }
      }),
      { numRuns: 20 },
    );
  });
});

function holdsNumbers(before: CaseFile | undefined, { entry, next }: Decision): void {
  expect(next.version).toBe((before?.version ?? 0) + 1);
  expect(entry.seq).toBe(next.version);
  expect(next.openVersion - (before?.openVersion ?? 0)).toBe(isPrivileged(entry.audience) ? 0 : 1);
  expect(entry.at >= (before?.decidedAt ?? '')).toBe(true);
}

function holdsJson({ entry, next, facts }: Decision): void {
  for (const part of [entry, next, facts]) expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
}

/** Each deadline waits for a state that is active, or for an offer that lies on the table. */
function holdsDeadlines(process: Process, theCase: CaseFile): void {
  for (const { chart, raises, name } of theCase.deadlines) {
    if (chart.startsWith('offer:')) {
      expect(theCase.offers.filter(({ status }) => status === 'open').map(({ id }) => `offer:${id}`)).toContain(chart);
      continue;
    }
    const party = theCase.parties.find(({ id }) => id === chart);
    const machine = party ? process.partyMachines[party.role] : process.machine;
    const state = party ? party.chart : theCase.chart;
    const node = machine?.getStateNodeById(raises.slice(`xstate.after.${name}.`.length));
    expect(state && isWithin(state, node?.path.join('.') ?? 'nowhere')).toBe(true);
    expect(state?.done).toBe(false);
  }
}

function holdsClosing(theCase: CaseFile): void {
  expect(theCase.closedAt === null).toBe(theCase.status === 'open');
  if (theCase.status === 'open') return;
  expect(theCase.deadlines).toEqual([]);
  expect(theCase.room).toBe('closed');
  expect(theCase.offers.filter(({ status }) => status === 'open')).toEqual([]);
  expect(theCase.tasks.filter(({ closedBy }) => closedBy?.length !== 0)).toEqual([]);
}

function holdsPrivilege({ definition }: Process, { entry, facts }: Decision): void {
  for (const fact of facts) {
    const audience: Audience | undefined = 'audience' in fact ? fact.audience : undefined;
    if (fact.kind === 'NoticeSent' && definition.notices[fact.notice]?.privileged)
      expect(audience && isPrivileged(audience)).toBe(true);
    if (fact.kind === 'MessagePosted') expect(audience).toBe(entry.audience);
    if (fact.kind === 'DocumentsFiled' && isPrivileged(entry.audience)) expect(audience).toBe(entry.audience);
    if (
      (fact.kind === 'DeadlineSet' || fact.kind === 'DeadlineExtended' || fact.kind === 'DeadlineReminded') &&
      fact.deadline.chart.startsWith('offer:')
    )
      expect(audience).toBe('room');
    if (fact.kind === 'OfferMade') expect(isPrivileged(entry.audience)).toBe(true);
  }
}

function holdsIds(ids: Set<string>, facts: readonly Fact[]): void {
  for (const fact of facts) {
    const made = idMadeBy(fact);
    if (made === undefined) continue;
    expect(ids.has(made)).toBe(false);
    ids.add(made);
  }
}

function idMadeBy(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'DeadlineSet':
      return fact.deadline.id;
    case 'OfferMade':
      return fact.offer.id;
    case 'SupporterInvited':
      return fact.supporter;
    case 'PartyAdded':
      return fact.party;
    case 'TaskClosed':
    case 'DeadlineEnded':
      return undefined;
    default:
      return 'id' in fact ? fact.id : undefined;
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
