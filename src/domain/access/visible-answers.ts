import type { Audience } from '../audience.ts';
import type { Answers, CaseFile } from '../case-file.ts';
import { CONTACT_TYPES } from '../contact-types.ts';
import type { Field, Form } from '../definition/form-schema.ts';
import type { Definition } from '../definition/schema.ts';
import { fieldsById } from '../forms/form-answers.ts';
import { partyRolesThatGive } from '../forms/form-givers.ts';
import type { Party } from '../party.ts';
import type { Viewer } from '../viewer.ts';
import { audiencesOf } from './audiences-of.ts';
import { isSecretAnswer } from './is-secret-answer.ts';
import { rolesInCase } from './roles-in-case.ts';

/** What a viewer may read of the answers in a case: its own, and those of each party's forms. */
export interface VisibleAnswers {
  readonly data: Answers;
  /** In the order of the case's parties: form → field → value. */
  readonly parties: readonly Answers[];
  /** Paths of sealed answers among them: each read of these is written down. */
  readonly sealed: readonly string[];
}

/**
 * The answers of a case that a viewer may read. A field that the definition does not declare is shown to nobody; a form
 * of which nothing is left is left out, so that its name does not betray it.
 */
export function visibleAnswers(definition: Definition, caseFile: CaseFile, viewer: Viewer): VisibleAnswers {
  const audiences = audiencesOf(viewer, caseFile);
  const reader: Reader = { definition, caseFile, viewer, has: (audience) => audiences.includes(audience), sealed: [] };
  const data = pick(reader, caseFile.data, undefined, (form) => isGivenBySideOf(reader, caseFile, form));
  const parties = caseFile.parties.map((party) =>
    pick(reader, party.data, party, () => reader.has(`party:${party.id}`)),
  );
  for (const party of caseFile.parties) if (isReadSealed(reader, party)) reader.sealed.push(`${party.id}.contact`);
  return { data, parties, sealed: reader.sealed };
}

/** Whether a viewer may see how to find a party. Where it is protected: the party alone, and the registry, which is audited. */
export function mayReadContact(viewer: Viewer, caseFile: CaseFile, party: Party): boolean {
  const audiences = audiencesOf(viewer, caseFile);
  if (!party.isProtected) return audiences.includes(`party:${party.id}`);
  return audiences.includes('sealed') || isThemself(viewer, caseFile, party.id);
}

/** Whether a viewer is that party, and not someone beside them. */
export function isThemself(viewer: Viewer, caseFile: CaseFile, party: string): boolean {
  return rolesInCase(viewer, caseFile).some(
    (role) => role.standing === 'party' && role.party === party && role.capacity === undefined,
  );
}

function isReadSealed({ has }: Reader, { isProtected, email, newEmail, phone, address }: Party): boolean {
  return isProtected === true && has('sealed') && [email, newEmail, phone, address].some(Boolean);
}

interface Reader {
  readonly definition: Definition;
  readonly caseFile: CaseFile;
  readonly viewer: Viewer;
  has(audience: Audience): boolean;
  /** Filled while reading. */
  readonly sealed: string[];
}

function pick(
  reader: Reader,
  answers: Answers,
  party: Party | undefined,
  mayReach: (form: string) => boolean,
): Answers {
  const owner = party?.id ?? 'data';
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [form, fields] of Object.entries(answers))
    for (const [name, value] of Object.entries(fields)) {
      if (!isShown(form, name)) continue;
      shown[form] ??= {};
      shown[form][name] = value;
    }
  return shown as Answers;

  function isShown(form: string, name: string): boolean {
    const field = fieldOf(reader.definition, form, name);
    if (!field || !isReadable(reader, field, () => mayReach(form))) return false;
    const isSecret = isSecretAnswer(reader.definition, reader.caseFile, { form, field, party });
    if (isSecret && !mayReadSecret(reader, party)) return false;
    if (field.access === 'sealed' || (isSecret && reader.has('sealed'))) reader.sealed.push(`${owner}.${form}.${name}`);
    return true;
  }
}

/** The registry; and whom it is about, as far as that is known. */
function mayReadSecret({ has, viewer, caseFile }: Reader, party: Party | undefined): boolean {
  if (has('sealed')) return true;
  const about = party ? [party] : caseFile.parties.filter(({ isProtected }) => isProtected);
  return about.some(({ id }) => isThemself(viewer, caseFile, id));
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
