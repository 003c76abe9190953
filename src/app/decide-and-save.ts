import type { CaseFile } from '../domain/case-file.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide/decide.ts';
import type { Decision } from '../domain/decision.ts';
import { ENGINE_REVISION } from '../domain/engine-revision.ts';
import { dueIn } from '../domain/process/due-in.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { decidedUnder } from '../domain/replay/decided-under.ts';
import { pickAssignee } from './pick-assignee.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';

type Engine = Pick<Ports, 'clock' | 'ids' | 'processOf'>;

/**
 * Decides a command in an existing case and saves all that follows, inside the caller's transaction. What has fallen due
 * in the case happens first, so that being too late never depends on how often somebody looks at the clock; it stays
 * done even when the command is refused.
 *
 * @throws when there is no such case: look before deciding.
 */
export function decideAndSave(
  engine: Engine,
  tx: RegistryTransaction,
  caseId: string,
  command: Command,
): Decision | Refusal {
  fireDue(engine, tx, caseId);
  return decideNow(engine, tx, caseId, command);
}

/** The same for who has fired what is due in this transaction already. */
export function decideNow(
  engine: Engine,
  tx: RegistryTransaction,
  caseId: string,
  command: Command,
): Decision | Refusal {
  return decideOne(engine, tx, existing(tx, caseId), command);
}

/** Makes everything happen that is due in a case by now, in order; answers how many things that were. */
export function fireDue(engine: Engine, tx: RegistryTransaction, caseId: string): number {
  let fired = 0;
  for (;;) {
    const theCase = existing(tx, caseId);
    const due = theCase.status === 'open' ? dueIn(theCase, engine.clock.now())[0] : undefined;
    if (!due) return fired;
    const actor = { kind: 'time' } as const;
    const { deadline, notice } = due;
    const decided = decideOne(
      engine,
      tx,
      theCase,
      notice ? { kind: 'remind', actor, deadline, notice } : { kind: 'expire', actor, deadline },
    );
    if (isRefusal(decided))
      throw new Error(
        `${due.name} of case ${caseId} is due but was refused: ${decided.refused}; mend the workflow by a migration`,
      );
    fired += 1;
  }
}

/** Opens a case: the same path, from nothing. */
export function openAndSave(
  engine: Engine,
  tx: RegistryTransaction,
  command: Extract<Command, { kind: 'open' }>,
): Decision | Refusal {
  return decideOne(engine, tx, undefined, command);
}

function decideOne(
  engine: Engine,
  tx: RegistryTransaction,
  theCase: CaseFile | undefined,
  command: Command,
): Decision | Refusal {
  const workflow = decidedUnder(theCase, command);
  if (!workflow) throw new Error(`${command.kind} needs a case; look before deciding`);
  const process = engine.processOf(workflow);
  const decided = decide(process, theCase, command, {
    at: instantFor(engine, theCase),
    id: engine.ids.newId(),
    engine: ENGINE_REVISION,
  });
  if (isRefusal(decided)) return decided;
  tx.save(decided);
  for (const fact of decided.facts)
    if (fact.kind === 'AssignmentWanted') assign(engine, tx, decided.next.id, fact.role);
  return decided;
}

/** Now; a machine whose clock was set back does not date an entry before the last. */
function instantFor({ clock }: Engine, theCase: CaseFile | undefined): string {
  const now = clock.now();
  return theCase && theCase.decidedAt > now ? theCase.decidedAt : now;
}

/** Gives the role to whoever has the fewest cases; with nobody to give it to, the registrar is asked. */
function assign(engine: Engine, tx: RegistryTransaction, caseId: string, role: string): void {
  const theCase = existing(tx, caseId);
  const userId = pickAssignee(tx, engine.processOf(theCase.workflow).definition, theCase, role);
  if (theCase.status === 'closed') return;
  const actor = { kind: 'engine' } as const;
  decideOne(
    engine,
    tx,
    theCase,
    userId ? { kind: 'assign', actor, role, userId } : { kind: 'askForAssignment', actor, role },
  );
}

function existing(tx: RegistryTransaction, caseId: string): CaseFile {
  const theCase = tx.caseFile(caseId);
  if (!theCase) throw new Error(`case ${caseId} is not in this registry; look before deciding`);
  return theCase;
}
