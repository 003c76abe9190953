import assert from 'node:assert/strict';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Command } from '../../../src/domain/command.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { ScenarioStep } from '../../../src/domain/definition/scenario-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { type Play, playStep, startPlay } from '../../../src/domain/rehearsal/simulate.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { processFor } from '../../a-process.ts';

type Steps = readonly Exclude<ScenarioStep, { expect: unknown }>[];
type Answers = Readonly<Record<string, unknown>>;

const processes = new WeakMap<DefinitionInput, ReturnType<typeof processFor>>();

function processOf(definition: DefinitionInput) {
  const process = processes.get(definition) ?? processFor(definition);
  processes.set(definition, process);
  return process;
}

/** A case under way since 2 March 2026, nine in the morning; every step so far was accepted. */
export function aPlay(
  steps: Steps = [],
  parties: Record<string, number> = { applicant: 1, respondent: 1 },
  definition = depositDispute,
): Play {
  const play = startPlay(processOf(definition), { start: '2026-03-02T09:00', parties });
  for (const step of steps) playStep(play, step);
  const refused = play.trace.filter((entry) => entry.refused).map(({ event, detail }) => [event, detail]);
  assert.deepEqual(refused, []);
  return play;
}

/** What someone does; answers why it was refused, or nothing. */
export function does(play: Play, as: string, event: string, form: Answers = {}, party?: string): string | undefined {
  const before = play.trace.length;
  playStep(play, { as, do: event, form, ...(party ? { party } : {}) });
  return play.trace[before]?.refused;
}

/** The fields named in the last refusal. */
export function fieldsRefused(play: Play): string[] {
  return play.trace.at(-1)?.detail?.errors?.map(({ path }) => path) ?? [];
}

export function passes(play: Play, duration: string): void {
  playStep(play, { advance: duration });
}

/** A command that no scenario step is for. */
export function decides(play: Play, command: Command): string | undefined {
  const decision = decide(play.process, play.theCase, command, {
    at: play.now,
    id: `entry-${play.entries}.`,
    engine: ENGINE_REVISION,
  });
  if (isRefusal(decision)) return decision.refused;
  play.entries += 1;
  play.theCase = decision.next;
  play.decisions.push(decision);
  return undefined;
}

/** Someone shows that they are this party, or (where one is named) the supporter whom it asked; why that was refused, or nothing. */
export function joins(play: Play, userId: string, supporter?: string, party = 'respondent-1'): string | undefined {
  const actor = { kind: 'engine' } as const;
  return decides(play, { kind: 'join', actor, party, userId, ...(supporter ? { supporter } : {}) });
}

export function caseOf(play: Play): CaseFile {
  if (!play.theCase) throw new Error('the case was not opened');
  return play.theCase;
}

export function partyIn(play: Play, id: string) {
  const party = caseOf(play).parties.find((one) => one.id === id);
  if (!party) throw new Error(`${id} is not in the case`);
  return party;
}

/** The facts of one kind, of the last entry or of all. */
export function facts<K extends Fact['kind']>(
  play: Play,
  kind: K,
  of: 'last' | 'all' = 'last',
): Extract<Fact, { kind: K }>[] {
  const decisions = of === 'all' ? play.decisions : play.decisions.slice(-1);
  return decisions
    .flatMap((decision) => decision.facts)
    .filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

export function dueDates(play: Play): Record<string, string> {
  return Object.fromEntries(
    caseOf(play).deadlines.map(({ name, party, localDate }) => [party ? `${name}@${party}` : name, localDate]),
  );
}

export function tasksOf(play: Play): string[] {
  return caseOf(play).tasks.map(({ task }) => task);
}

/** A definition changed in some of its parts. */
export function changed(changes: (definition: DefinitionInput) => Partial<DefinitionInput>): DefinitionInput {
  return { ...depositDispute, ...changes(depositDispute) };
}

export const claim = { amount: 120_000, what: 'He kept my deposit.' };
export const served = { servedOn: '2026-03-02', method: 'inPerson' };
export const submitted: Steps = [{ as: 'applicant', do: 'SUBMIT', form: claim }];
export const issued: Steps = [...submitted, { as: 'applicant', do: 'PAY' }, { as: 'registrar', do: 'ISSUE_NOTICE' }];
export const wasServed: Steps = [
  ...issued,
  { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-1', form: served },
];
export const answered: Steps = [
  ...wasServed,
  { as: 'respondent-1', do: 'FILE_RESPONSE', form: { position: 'disagree', reasons: 'The carpet was ruined.' } },
];
/** Two respondents, both served, both answered: everyone can talk. */
export const bothAnswered: Steps = [
  ...issued,
  ...['respondent-1', 'respondent-2'].flatMap((party) => [
    { as: 'applicant', do: 'RECORD_SERVICE', party, form: served },
    { as: party, do: 'FILE_RESPONSE', form: { position: 'agree' } },
  ]),
];
