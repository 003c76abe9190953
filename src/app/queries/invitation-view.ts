import { binds } from '../../domain/access/binds.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { deadlineAudience } from '../../domain/decide/deadlines.ts';
import { answerText } from '../../domain/decide/words.ts';
import { named } from '../../domain/definition/definition-view.ts';
import type { InvitationRule } from '../../domain/definition/invitation-schema.ts';
import { fieldsById } from '../../domain/forms/form-answers.ts';
import { environmentOf } from '../../domain/process/environment.ts';
import type { Process } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Invited } from '../auth/find-invitation.ts';
import { type DeadlineView, deadlineView } from '../case-view.ts';

/** What whoever holds a code is told before they sign in: no more than the letter that brought it. */
export interface InvitationView {
  readonly reference: string;
  readonly workflow: { readonly id: string; readonly version: number };
  /** What the process is called. */
  readonly process: string;
  /** Whom the code is for. */
  readonly name: string;
  /** Someone who is to stand beside this party, and is told nothing of the dispute yet. */
  readonly beside?: { readonly party: string; readonly capacity: 'representative' | 'helper' };
  /** Empty where the definition has no words for their role. */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** The dates that run for them, the next one first. */
  readonly deadlines: readonly DeadlineView[];
  readonly sections: readonly { readonly kind?: 'must'; readonly heading: string; readonly text: string }[];
}

/** An invitation as it reads in a language, at an instant (UTC). */
export function invitationView(process: Process, invited: Invited, at: string, language: string): InvitationView {
  const { caseFile, party, supporter } = invited;
  const { reference, workflow } = caseFile;
  const about = { reference, workflow, process: textIn(process.definition.title, language) };
  if (supporter) {
    const beside = { party: party.name, capacity: supporter.capacity };
    return { ...about, name: supporter.name, beside, title: '', facts: [], deadlines: [], sections: [] };
  }
  const rule = named(process.definition.invitations ?? {}, party.role);
  return {
    ...about,
    name: party.name,
    title: textIn(rule?.title, language),
    facts: factsIn(process, caseFile, rule, language),
    deadlines: deadlinesOf(process, invited, language),
    sections: sectionsIn(process, invited, rule, at, language),
  };
}

function factsIn(process: Process, theCase: CaseFile, rule: InvitationRule | undefined, language: string) {
  const told = (rule?.facts ?? []).map((fact) => ({
    label: textIn(fact.label, language),
    text: 'parties' in fact ? namesOf(theCase, fact.parties) : answerIn(process, theCase, fact.field, language),
  }));
  return told.filter(({ text }) => text !== '');
}

function namesOf({ parties }: CaseFile, roles: readonly string[]): string {
  return parties
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => name)
    .join(', ');
}

/** The checker lets pass only what everybody in the case may read. */
function answerIn(process: Process, theCase: CaseFile, path: string, language: string): string {
  const [form = '', id = ''] = path.split('.');
  const rule = named(process.definition.forms, form);
  const field = rule && fieldsById(rule).get(id);
  return field ? answerText({ process, theCase }, field, theCase.data[form]?.[id], language) : '';
}

function deadlinesOf({ definition }: Process, { caseFile, party }: Invited, language: string): DeadlineView[] {
  return caseFile.deadlines
    .filter((deadline) => deadlineAudience(deadline) === 'case')
    .filter((deadline) => binds(definition, caseFile, deadline, { role: party.role, party: party.id }))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map((deadline) => deadlineView(deadline, language));
}

function sectionsIn(
  process: Process,
  { caseFile, party }: Invited,
  rule: InvitationRule | undefined,
  at: string,
  language: string,
) {
  const actor = { kind: 'person', userId: '', role: party.role, party: party.id } as const;
  const seen = environmentOf(caseFile, { at, actor, party: party.id, event: { type: '' } });
  return (rule?.sections ?? [])
    .filter(({ when }) => when === undefined || process.evaluate.holds(when, seen))
    .map(({ kind, heading, text }) => ({
      ...(kind ? { kind } : {}),
      heading: textIn(heading, language),
      text: textIn(text, language),
    }));
}
