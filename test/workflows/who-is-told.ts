import { binds } from '../../src/domain/access/binds.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { whyNot } from '../../src/domain/decide/available.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Definition } from '../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import type { Party } from '../../src/domain/party.ts';
import type { Process } from '../../src/domain/process/process.ts';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { statePath } from '../../src/domain/statechart.ts';
import { processOf } from './shipped.ts';

/** What one step of a scenario meant for one party that did not take it. */
export interface Told {
  /** `FILE_RESPONSE at open.response`, or the name of the deadline that ran out. */
  readonly step: string;
  readonly role: string;
  /** Notices sent to them in this step. */
  readonly notices: readonly string[];
  /** What the step changed for them: what they can newly do or no longer, dates that bind them, where they stand, the end. */
  readonly changes: readonly string[];
  readonly scenario: string;
}

/** Plays every scenario, and says for each step and each party that did not take it what it changed and what they were told. */
export function whoIsTold(definition: Definition): Told[] {
  const process = processOf(definition);
  return definition.scenarios.flatMap((scenario) => {
    const play = startPlay(process, scenario);
    for (const step of scenario.steps) if (!('expect' in step)) playStep(play, step);
    return ofPlay(process, play).map((one) => ({ ...one, scenario: scenario.name }));
  });
}

function ofPlay(process: Process, { decisions }: Play): Omit<Told, 'scenario'>[] {
  return decisions.slice(1).flatMap((decision, index) => {
    const before = (decisions[index] as Decision).next;
    return decision.next.parties
      .filter((party) => party.id !== actorOf(decision))
      .map((party) => ({
        step: `${nameOf(decision, before)} at ${statePath(before.chart)}`,
        role: party.role,
        notices: decision.facts.flatMap((fact) =>
          fact.kind === 'NoticeSent' && fact.to.party === party.id ? [fact.notice] : [],
        ),
        changes: changesFor(process, before, decision, party),
      }));
  });
}

function actorOf({ entry }: Decision): string | undefined {
  const { actor } = entry.command;
  return actor.kind === 'person' ? actor.party : undefined;
}

function nameOf({ entry: { command } }: Decision, before: CaseFile): string {
  if (command.kind === 'event') return command.type;
  if (command.kind === 'expire') return `after ${before.deadlines.find(({ id }) => id === command.deadline)?.name}`;
  return command.kind;
}

function changesFor(process: Process, before: CaseFile, { entry: { at }, next }: Decision, party: Party) {
  const was = before.parties.find(({ id }) => id === party.id);
  const could = was ? canDo(process, before, was, at) : [];
  const can = canDo(process, next, party, at);
  const bound = (theCase: CaseFile) =>
    theCase.deadlines
      .filter((one) => binds(process.definition, theCase, one, { role: party.role, party: party.id }))
      .map(({ id, name }) => `${name} ${id}`);
  const had = bound(before);
  return [
    ...can.filter((one) => !could.includes(one)).map((one) => `can ${one}`),
    ...could.filter((one) => !can.includes(one)).map((one) => `can no more ${one}`),
    ...bound(next)
      .filter((one) => !had.includes(one))
      .map((one) => `must by ${one.split(' ')[0]}`),
    ...(was && stands(was) !== stands(party) ? [`from ${stands(was)} to ${stands(party)}`] : []),
    ...(before.status === next.status ? [] : [`the case is ${next.status}`]),
  ];
}

function stands({ chart }: Party): string {
  return chart ? statePath(chart) : '';
}

function canDo(process: Process, theCase: CaseFile, party: Party, at: string): string[] {
  if (theCase.status === 'closed') return [];
  const actor = { kind: 'person', userId: party.id, role: party.role, party: party.id } as const;
  return Object.entries(process.definition.events).flatMap(([type, rule]) => {
    const subjects = rule.scope === 'party' && rule.of ? theCase.parties.map(({ id }) => id) : [party.id];
    return subjects.some(
      (subject) => !whyNot(process, theCase, { type, rule, actor, party: subject, at, engine: ENGINE_REVISION }),
    )
      ? [type]
      : [];
  });
}
