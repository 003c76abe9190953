import type { EventRule } from '../../event-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** Who acts for a party, or assists one: they may stand in `by` beside the party's role. */
const CAPACITIES: ReadonlySet<string> = new Set(['representative', 'helper']);

/** Every event names roles, forms, fees, deadlines and notices that exist. */
export const checkEventReferences: Rule = (view) =>
  Object.entries(view.definition.events).flatMap(([name, event]) => {
    const path = jsonPointer('events', name);
    const where = `The event “${name}”`;
    return [
      ...checkRoles(view, event, path, where),
      ...checkThings(view, event, path, where),
      ...checkOffer(view, event, path, where),
    ];
  });

function checkRoles(view: CheckedDefinition, event: EventRule, path: string, where: string): Problem[] {
  const partyRoles = new Set([...view.names.roles].filter((role) => !view.tribunalRoles.includes(role)));
  const known = [...view.names.roles, ...CAPACITIES];
  const role = (at: string, name: string, roles: Iterable<string>) =>
    unknownName('unknown-role', at, { where, what: 'role', name, known: roles });
  return [
    ...event.by.flatMap((name, index) => (known.includes(name) ? [] : [role(`${path}/by/${index}`, name, known)])),
    ...(event.of ?? []).flatMap((name, index) =>
      partyRoles.has(name) ? [] : [role(`${path}/of/${index}`, name, partyRoles)],
    ),
    ...(event.of && event.scope === 'case' ? [misplacedOf(path, where)] : []),
    ...(event.onBehalfOf !== undefined && !partyRoles.has(event.onBehalfOf)
      ? [role(`${path}/onBehalfOf`, event.onBehalfOf, partyRoles)]
      : []),
    ...(event.adds && !partyRoles.has(event.adds.role) ? [role(`${path}/adds/role`, event.adds.role, partyRoles)] : []),
  ];
}

function misplacedOf(path: string, where: string): Problem {
  const message = `${where} moves the case, so “of” (the roles whose charts it moves) has no meaning.`;
  return error('of-misplaced', `${path}/of`, message, 'Remove “of”, or give the event "scope": "party".');
}

function checkThings(view: CheckedDefinition, event: EventRule, path: string, where: string): Problem[] {
  const { names } = view;
  const problems: Problem[] = [];
  if (event.form !== undefined && !names.forms.has(event.form)) {
    problems.push(
      unknownName('unknown-form', `${path}/form`, { where, what: 'form', name: event.form, known: names.forms }),
    );
  }
  for (const key of ['fee', 'pays'] as const) {
    const name = event[key];
    if (name === undefined || names.fees.has(name)) continue;
    problems.push(unknownName('unknown-fee', `${path}/${key}`, { where, what: 'fee', name, known: names.fees }));
  }
  return problems;
}

function checkOffer(view: CheckedDefinition, { offer }: EventRule, path: string, where: string): Problem[] {
  const { deadlines, notices } = view.names;
  const problems: Problem[] = [];
  if (offer?.deadline !== undefined && !deadlines.has(offer.deadline)) {
    const said = { where, what: 'deadline', name: offer.deadline, known: deadlines };
    problems.push(unknownName('unknown-deadline', `${path}/offer/deadline`, said));
  }
  if (offer?.expiredNotice !== undefined && !notices.has(offer.expiredNotice)) {
    const said = { where, what: 'notice', name: offer.expiredNotice, known: notices };
    problems.push(unknownName('unknown-notice', `${path}/offer/expiredNotice`, said));
  }
  return problems;
}
