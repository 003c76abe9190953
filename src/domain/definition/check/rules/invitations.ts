import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import type { Field, FieldType } from '../../form-schema.ts';
import type { InvitationRule } from '../../invitation-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { fieldRead, isPrivilegedRead } from '../field-read.ts';
import { fieldAt } from '../issues.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** Whoever holds a letter is told nothing that the letter's own words could not tell. */
export const checkInvitations: Rule = (view) =>
  Object.entries(view.definition.invitations ?? {}).flatMap(([role, invitation]) => {
    const path = jsonPointer('invitations', role);
    const where = `The invitation of “${role}”`;
    return [
      ...checkRole(view, path, role),
      ...invitation.facts.flatMap((fact, index) => checkFact(view, `${path}/facts/${index}`, where, fact)),
      ...invitation.sections.flatMap(({ when }, index) =>
        when === undefined ? [] : checkCondition(view, `${path}/sections/${index}/when`, where, when),
      ),
    ];
  });

function checkRole({ partyRoles }: CheckedDefinition, path: string, role: string): Problem[] {
  if (partyRoles.includes(role)) return [];
  return [
    unknownName('unknown-role', path, {
      where: 'The invitations',
      what: 'party role',
      name: role,
      known: partyRoles,
    }),
  ];
}

function checkFact(
  view: CheckedDefinition,
  path: string,
  where: string,
  fact: InvitationRule['facts'][number],
): Problem[] {
  if ('parties' in fact) {
    const strangers = fact.parties.filter((role) => !view.partyRoles.includes(role));
    return strangers.map((name) =>
      unknownName('unknown-role', path, { where, what: 'party role', name, known: view.partyRoles }),
    );
  }
  const [form = '', id = ''] = fact.field.split('.');
  if (!view.names.forms.has(form))
    return [unknownName('unknown-form', path, { where, what: 'form', name: form, known: view.names.forms })];
  const field = fieldAt(view, form, id);
  if (field) return isForAll(field) ? [] : [shown(path, where, fact.field)];
  const known = view.definition.forms[form]?.pages.flatMap(({ fields }) => fields.map((one) => one.id)) ?? [];
  return [unknownName('unknown-field', path, { where, what: `field of “${form}”`, name: id, known })];
}

/** How to find someone is no business of who holds a letter; a list of files says nothing. */
const NOT_TOLD: readonly FieldType[] = ['address', 'email', 'phone', 'file'];

function isForAll({ type, access = 'case', privileged }: Field): boolean {
  return access === 'case' && !privileged && !NOT_TOLD.includes(type);
}

function shown(path: string, where: string, name: string): Problem {
  const message = `${where} tells whoever holds a letter “${name}”, which not everybody in the case may read.`;
  return error('sealed-shown', path, message, 'Name an answer that the whole case may read, or leave it out.');
}

/** Which sections are there tells what their conditions read. */
function checkCondition(view: CheckedDefinition, path: string, where: string, source: string): Problem[] {
  const compiled = expressionsOf(view.definition).inStepOf('', source, 'condition');
  if (Array.isArray(compiled)) return [];
  const reads = referencedNames(compiled as CompiledExpression).reads.map(({ name }) => name);
  const secret = reads.filter(
    (name) => name.startsWith('offer.') || isPrivilegedRead(view, name, '') || !isOpen(fieldRead(view, name, '')),
  );
  return secret.map((name) => shown(path, where, name));
}

function isOpen(field: Field | undefined): boolean {
  return (field?.access ?? 'case') === 'case';
}
