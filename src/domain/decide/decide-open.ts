import type { Command, NewParty } from '../command.ts';
import type { Definition } from '../definition/schema.ts';
import { isSameEmail } from '../email-key.ts';
import { readPrefilled } from '../forms/form-answers.ts';
import type { Party } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { enterChart } from './run-charts.ts';
import { change, changeParty, nextId, partyOf, type Turn } from './turn.ts';

type Open = Extract<Command, { kind: 'open' }>;

/** A new case: its parties counted against the definition, its answers so far read, its charts entered. */
export function openCase(turn: Turn, command: Open): Refusal | undefined {
  if (turn.before) throw new Error(`case ${turn.before.id} is open already; open each case once, from nothing`);
  const { definition } = turn.process;
  const wrong = wrongParties(definition, command.parties);
  if (wrong) return wrong;
  const data = readPrefilled(definition, command.data, command.actor.kind === 'person' ? command.actor.role : '');
  if ('errors' in data) return refuse('InvalidForm', {}, data.errors);
  turn.theCase = emptyCase(turn, command, data.answers);
  change(turn, { parties: command.parties.map((party) => newParty(turn, party)) });
  enterChart(turn, 'case');
  for (const { id } of turn.theCase.parties) enterPartyChart(turn, id);
  return undefined;
}

function wrongParties(definition: Definition, parties: readonly NewParty[]): Refusal | undefined {
  for (const party of parties) {
    if (definition.roles[party.role]?.kind !== 'party') return refuse('UnknownRole', { role: party.role });
  }
  for (const [role, rule] of Object.entries(definition.roles)) {
    if (rule.kind !== 'party') continue;
    const count = parties.filter((party) => party.role === role).length;
    if (count < rule.min) return refuse('PartyMissing', { role, atLeast: rule.min, given: count });
    if (count > rule.max) return refuse('TooManyParties', { role, atMost: rule.max, given: count });
  }
  return onBothSides(definition, parties) ? refuse('BothSides') : undefined;
}

/** Whoever reads one address would settle with themself. */
function onBothSides(definition: Definition, parties: readonly NewParty[]): boolean {
  return parties.some((one, index) =>
    parties
      .slice(index + 1)
      .some((other) => isSameEmail(one.email, other.email) && sideOf(definition, one) !== sideOf(definition, other)),
  );
}

function sideOf(definition: Definition, { role }: Pick<NewParty, 'role'>): string {
  const rule = definition.roles[role];
  return (rule?.kind === 'party' && rule.side) || role;
}

function emptyCase(turn: Turn, command: Open, data: Turn['theCase']['data']): Turn['theCase'] {
  return {
    id: command.caseId,
    reference: command.reference,
    workflow: command.workflow,
    language:
      oneOf(turn.process.definition.languages, command.language) ?? turn.process.definition.languages[0] ?? 'en',
    chart: { value: {}, done: false },
    stage: turn.process.definition.stages[0]?.id ?? '',
    stageSince: turn.at,
    status: 'open',
    outcome: null,
    version: 0,
    openVersion: 0,
    openedAt: turn.at,
    decidedAt: turn.at,
    closedAt: null,
    parties: [],
    data,
    fees: {},
    deadlines: [],
    lapsed: [],
    tasks: [],
    assigned: {},
    everAssigned: {},
    conflicts: [],
    room: 'closed',
    offers: [],
    lastDecision: null,
    lastOrder: null,
  };
}

/** A party as it enters the case; who opens it is bound and sees it from the start. */
export function newParty(turn: Turn, party: NewParty): Party {
  return {
    id: nextId(turn),
    role: party.role,
    side: sideOf(turn.process.definition, party),
    name: party.name,
    ...(party.email ? { email: party.email } : {}),
    ...(party.phone ? { phone: party.phone } : {}),
    ...(party.address ? { address: party.address } : {}),
    language: oneOf(turn.process.definition.languages, party.language) ?? turn.theCase.language,
    outsideProvince: party.outsideProvince ?? false,
    ...(party.userId ? { userId: party.userId } : {}),
    invited: party.userId !== undefined,
    responded: false,
    supporters: [],
    data: {},
  };
}

/** Notices and papers exist in the languages of the definition, and in no other. */
function oneOf(languages: readonly string[], language: string | undefined): string | undefined {
  return languages.find((one) => one === language);
}

/** Enters the party's own chart, where its role has one. */
export function enterPartyChart(turn: Turn, id: string): void {
  const role = partyOf(turn.theCase, id)?.role ?? '';
  if (!turn.process.partyMachines[role]) return;
  changeParty(turn, id, { chart: { value: {}, done: false } });
  enterChart(turn, id);
}
