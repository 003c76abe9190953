import type { Audience } from './audience.ts';
import { audiencesOf } from './audiences-of.ts';
import type { Answers, CaseFile } from './case-file.ts';
import type { Field, FieldType, Form } from './definition/form-schema.ts';
import type { Definition } from './definition/schema.ts';
import { fieldsById } from './form-answers.ts';
import type { Party } from './party.ts';
import type { Viewer } from './viewer.ts';

/** What a viewer may read of the answers in a case: its own, and those of each party's forms. */
export interface VisibleAnswers {
  readonly data: Answers;
  /** Party id → form → field → value. */
  readonly parties: Readonly<Record<string, Answers>>;
  /** Paths of sealed answers among them: each read of these is written down. */
  readonly sealed: readonly string[];
}

/** Ways to find someone: for themself, who supports them, and the tribunal, unless the definition says `access: "case"`. */
const CONTACT_TYPES: readonly FieldType[] = ['address', 'email', 'phone'];

/**
 * The answers of a case that a viewer may read. A field that the definition does not declare is shown to nobody; a form
 * of which nothing is left is left out, so that its name does not betray it.
 */
export function visibleAnswers(definition: Definition, caseFile: CaseFile, viewer: Viewer): VisibleAnswers {
  const audiences = audiencesOf(viewer, caseFile);
  const reader: Reader = { definition, has: (audience) => audiences.includes(audience), sealed: [] };
  const data = pick(reader, caseFile.data, 'data', (form) => isGivenBySideOf(reader, caseFile, form));
  const parties = Object.fromEntries(
    caseFile.parties.map((party) => [party.id, pick(reader, party.data, party.id, () => isContactOpen(reader, party))]),
  );
  return { data, parties, sealed: reader.sealed };
}

/** Whether a viewer may see how to find a party. */
export function mayReadContact(viewer: Viewer, caseFile: CaseFile, party: Party): boolean {
  const audiences = audiencesOf(viewer, caseFile);
  return isContactOpen({ has: (audience) => audiences.includes(audience) }, party);
}

interface Reader {
  readonly definition: Definition;
  has(audience: Audience): boolean;
  /** Filled while reading. */
  readonly sealed: string[];
}

function isContactOpen({ has }: Pick<Reader, 'has'>, party: Pick<Party, 'id'>): boolean {
  return has(`party:${party.id}`);
}

function pick(reader: Reader, answers: Answers, owner: string, mayReach: (form: string) => boolean): Answers {
  const forms = Object.entries(answers).map(([form, fields]) => [form, pickFields(form, fields)] as const);
  return Object.fromEntries(forms.filter(([, fields]) => Object.keys(fields).length > 0));

  function pickFields(form: string, fields: Answers[string]) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => isShown(form, name)));
  }

  function isShown(form: string, name: string): boolean {
    const field = fieldOf(reader.definition, form, name);
    if (!field || !isReadable(reader, field, () => mayReach(form))) return false;
    if (field.access === 'sealed') reader.sealed.push(`${owner}.${form}.${name}`);
    return true;
  }
}

function fieldOf(definition: Definition, form: string, name: string): Field | undefined {
  return Object.hasOwn(definition.forms, form) ? fieldsById(definition.forms[form] as Form).get(name) : undefined;
}

function isReadable({ has }: Reader, field: Field, mayReach: () => boolean): boolean {
  if (field.privileged && !has('room')) return false;
  if (field.access !== undefined) return has(field.access);
  return CONTACT_TYPES.includes(field.type) ? has('tribunal') || mayReach() : has('case');
}

/**
 * A form about the whole case does not record who gave it. Where only one party role can have done so, that role's
 * parties read the addresses in it; where several can, only the tribunal does.
 */
function isGivenBySideOf(reader: Reader, caseFile: CaseFile, form: string): boolean {
  const givers = partyRolesThatGive(reader.definition, form);
  const mine = caseFile.parties.filter((party) => reader.has(`party:${party.id}`));
  return givers.size === 1 && mine.some((party) => givers.has(party.role));
}

function partyRolesThatGive(definition: Definition, form: string): ReadonlySet<string> {
  const rules = Object.values(definition.events).filter((rule) => rule.form === form && rule.scope === 'case');
  const roles = rules.flatMap((rule) => rule.by).filter((role) => definition.roles[role]?.kind === 'party');
  return new Set(roles);
}
