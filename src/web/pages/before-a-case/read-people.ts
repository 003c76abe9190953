import type { NewParty } from '../../../domain/command.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { withoutOverrides } from '../../../domain/process/without-overrides.ts';
import { emailSchema, personNameSchema } from '../../api/schemas/open-case-schema.ts';
import { fill, type Words } from '../../words.ts';
import { caseWords } from '../case/case-words.ts';
import { typedForm } from '../forms/typed-form.ts';
import type { PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';

/** One person to be named; their fields are `<id>.name`, `<id>.email`, `<id>.outside`. */
export interface PersonRow {
  readonly id: string;
  readonly role: string;
  /** Among those of the role, from 1. */
  readonly number: number;
}

/** Who is asked for: of every role that the process needs as many as were there, or are wanted now. The first is the opener. */
export function rowsOf({ roles }: Pick<Definition, 'roles'>, sent: PageForm): readonly PersonRow[] {
  const needed = Object.entries(roles).flatMap(([role, rule]) =>
    rule.kind === 'party' && rule.min > 0 ? [{ role, ...rule }] : [],
  );
  return needed.flatMap(({ role, min, max }) => {
    const before = sent.all.filter(
      ([name]) => /^\d+\.name$/.test(name.slice(role.length + 1)) && name.startsWith(`${role}.`),
    );
    const wanted = Math.max(min, before.length) + (sent.text('_add') === role ? 1 : 0);
    const count = Math.min(wanted, max);
    return Array.from({ length: count }, (_, n) => ({ id: `${role}.${n + 1}`, role, number: n + 1 }));
  });
}

/** The form without one person: those of the role behind them move up. Its key stays: nothing has been opened with it. */
export function withoutPerson(sent: PageForm, id: string): PageForm {
  const [, role = '', number = ''] = /^(.+)\.(\d+)$/.exec(id) ?? [];
  const typed: Record<string, string[]> = {};
  for (const [name, text] of sent.all) {
    const [, of, place = '', field] = /^(.+)\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const isBehind = of === role && Number(place) > Number(number);
    if (name === '_remove' || (of === role && place === number)) continue;
    const moved = isBehind ? `${role}.${Number(place) - 1}.${field}` : name;
    typed[moved] = [...(typed[moved] ?? []), text];
  }
  return typedForm(typed);
}

/** Everyone who was named; a further row that was left empty names nobody. */
export function readPeople(
  definition: Definition,
  sent: PageForm,
  words: Words,
): { readonly parties: readonly NewParty[]; readonly errors: readonly PageError[] } {
  const { wrong, start } = words;
  const names = caseWords(definition, words.lang);
  const named = rowsOf(definition, sent)
    .map((row) => ({
      ...row,
      name: withoutOverrides(sent.text(`${row.id}.name`)).trim(),
      email: sent.text(`${row.id}.email`).trim(),
      outsideProvince: sent.text(`${row.id}.outside`) === 'yes',
    }))
    .filter(({ number, name, email }) => number === 1 || name || email);
  return {
    parties: named.map(({ role, name, email, outsideProvince }) => ({
      role,
      name,
      ...(email ? { email } : {}),
      ...(outsideProvince ? { outsideProvince } : {}),
    })),
    errors: named.flatMap(({ id, role, name, email }) => [
      ...(personNameSchema.safeParse(name).success
        ? []
        : [
            {
              field: `${id}.name`,
              label: fill(start.nameOf, { role: names.role(role) }),
              message: name ? wrong.name : wrong.required,
            },
          ]),
      ...(email && !emailSchema.safeParse(email).success ? [{ field: `${id}.email`, message: wrong.email }] : []),
    ]),
  };
}
