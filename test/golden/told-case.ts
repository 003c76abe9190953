import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Scenario } from '../../src/domain/definition/scenario-schema.ts';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import type { Process } from '../../src/domain/process/process.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { decidedUnder } from '../../src/domain/replay/decided-under.ts';

export type ProcessOf = (workflow: CaseFile['workflow']) => Process;

/** A case as it is decided for real: with the ids that the engine makes, rather than a simulation's readable ones. */
export class ToldCase {
  readonly decisions: Decision[] = [];
  readonly #processOf: ProcessOf;

  constructor(processOf: ProcessOf) {
    this.#processOf = processOf;
  }

  get file(): CaseFile {
    const last = this.decisions.at(-1);
    if (!last) throw new Error('the case was not opened');
    return last.next;
  }

  /** Decides a command, which must be accepted; at the instant given, or that of the last entry. */
  decide(command: Command, at = this.file.decidedAt): void {
    const before = this.decisions.at(-1)?.next;
    const workflow = decidedUnder(before, command);
    if (!workflow) throw new Error('open the case first');
    const stamp = { at, id: `entry-${this.decisions.length}.`, engine: ENGINE_REVISION };
    const decided = decide(this.#processOf(workflow), before, command, stamp);
    if (isRefusal(decided)) throw new Error(`${command.kind} was refused: ${JSON.stringify(decided)}`);
    this.decisions.push(decided);
  }

  /** Everything that a scenario does. */
  tell(process: Process, scenario: Pick<Scenario, 'start' | 'parties' | 'data' | 'steps'>): this {
    const play: Play = startPlay(process, scenario);
    for (const step of scenario.steps) if (!('expect' in step)) playStep(play, step);
    for (const simulated of play.decisions) {
      const command = renamed(simulated.entry.command, this.#names(play)) as Command;
      this.decide(command, simulated.entry.at);
    }
    return this;
  }

  /** `respondent-2` → the id that the second respondent has here. */
  #names(play: Play): ReadonlyMap<string, string> {
    const simulated = play.theCase?.parties ?? [];
    const real = this.decisions.at(-1)?.next.parties ?? [];
    return new Map(real.map(({ id }, index) => [simulated[index]?.id ?? '', id]));
  }
}

/** Users keep their names; parties are renamed wherever a command names one. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'userId' ? one : renamed(one, names)]),
  );
}
