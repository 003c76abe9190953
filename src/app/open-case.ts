import { may } from '../domain/access/authority.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Command, NewParty } from '../domain/command.ts';
import type { Definition } from '../domain/definition/schema.ts';
import { isSameEmail } from '../domain/email-key.ts';
import { seenAnswers } from '../domain/forms/seen-answers.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { CaseView } from './case-view.ts';
import { openAndSave } from './decide-and-save.ts';
import { type Idempotency, once } from './idempotency.ts';
import { openerRole } from './opener-role.ts';
import type { DraftRow } from './ports/drafts.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';
import { HOME, registryOf } from './registry-of.ts';
import { showCase } from './show-case.ts';

export interface OpenRequest {
  /** The workflow's id; its newest version that is open to new cases is used. */
  readonly workflow: string;
  readonly parties: readonly Omit<NewParty, 'userId'>[];
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly language?: string | undefined;
  /** What the opener has answered already, as drafts of forms that they will send. */
  readonly begun?: readonly Pick<DraftRow, 'event' | 'typed'>[] | undefined;
}

/** Opens a case for a signed-in user; `undefined` for who may not open any. */
export async function openCase(
  ports: Ports,
  viewer: Viewer,
  request: OpenRequest,
  idempotency?: Idempotency,
): Promise<CaseView | Refusal | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'case.open', {})) return undefined;
  return ports.registry.commit((tx) => {
    const opened = once(ports, tx, viewer.userId, idempotency, 201, () => open(ports, tx, viewer, request));
    return isRefusal(opened) ? opened : showCase(ports, tx, opened, viewer, opened.language);
  });
}

type User = Extract<Viewer, { kind: 'user' }>;

function open(ports: Ports, tx: RegistryTransaction, viewer: User, request: OpenRequest): CaseFile | Refusal {
  const at = ports.clock.now();
  const version = tx.currentWorkflow(request.workflow, at);
  if (!version) return refuse('UnknownWorkflow', { workflow: request.workflow });
  const workflow = { id: version.id, version: version.version };
  const { definition } = ports.processOf(workflow);
  if (!may(viewer, 'case.open', definition)) return refuse('MayNotOpen', { workflow: version.id });
  const language =
    definition.languages.find((one) => one === (request.language ?? viewer.language)) ??
    definition.languages[0] ??
    'en';
  const caseId = ports.ids.newId();
  const numbered = [referencePrefix(definition, caseId), Number(at.slice(0, 4))] as const;
  const command: Command = {
    kind: 'open',
    actor: { kind: 'person', userId: viewer.userId, role: openerRole(viewer, definition) },
    caseId,
    reference: tx.nextReference(...numbered),
    workflow,
    language,
    parties: bindOpener(viewer, definition, request.parties),
    data: Object.fromEntries(Object.entries(request.data ?? {}).map(([form, given]) => [form, seenAnswers(given)])),
  };
  const decided = openAndSave(ports, tx, command);
  if (isRefusal(decided)) return decided;
  tx.takeReference(...numbered);
  const { userId } = viewer;
  for (const { event, typed } of request.begun ?? [])
    tx.putFormDraft({ userId, caseId, event, party: '', typed, savedAt: at });
  return tx.caseFile(caseId) ?? decided.next;
}

/** Each registry counts its own cases: all but the home registry's bear its name, `SC-EAST-2026-000123`. */
function referencePrefix({ reference }: Definition, caseId: string): string {
  const registry = registryOf(caseId);
  return registry === HOME ? reference : `${reference}-${registry.toUpperCase()}`;
}

/**
 * Who opens a case is the party with their address, or else the first of the role that comes first, rather one that bears
 * none: whoever else works for the tribunal, too. Those who open for others are nobody in the case.
 */
function bindOpener(viewer: User, definition: Definition, parties: readonly NewParty[]): NewParty[] {
  const role = openerRole(viewer, definition);
  const opener =
    parties.find((party) => isSameEmail(party.email, viewer.email)) ??
    parties.find((party) => party.role === role && !party.email) ??
    parties.find((party) => party.role === role);
  return parties.map((party) => (party === opener ? { ...party, userId: viewer.userId } : party));
}
