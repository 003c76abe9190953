import { MEMBERSHIP_ROLES } from '../../../viewer.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { Role } from '../../schema.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** Words that mean something else wherever a role can stand. */
const RESERVED_ROLES: ReadonlySet<string> = new Set([
  'representative',
  'helper',
  'case',
  'party',
  'time',
  'engine',
  'actor',
]);

/** Roles that people can have, that charts and exclusions can find, and at least one party to open a case. */
export const checkRoles: Rule = (view) => [
  ...Object.entries(view.definition.roles).flatMap(([name, role]) => checkRole(view, name, role)),
  ...(view.definition.opens ?? []).flatMap((name, index) => checkOpener(view, name, jsonPointer('opens', index))),
  ...(view.partyRoles.length > 0 || view.names.roles.size > view.tribunalRoles.length ? [] : [nobodyToOpen()]),
];

function nobodyToOpen(): Problem {
  const message = 'No role is a party, so nobody could open a case.';
  return error('no-party-role', '/roles', message, 'Add a role with "kind": "party", such as “applicant”.');
}

/** Parties need no role to open a case: being signed in is enough where nothing else is said. */
function checkOpener(view: CheckedDefinition, name: string, path: string): Problem[] {
  if (view.partyRoles.includes(name)) {
    const message = `“opens” names “${name}”, a role of parties; it is for roles of the tribunal.`;
    return [error('unknown-role', path, message, 'Remove “opens”: then anyone who is signed in opens a case.')];
  }
  if (view.names.roles.has(name)) return [];
  const said = { where: '“opens”', what: 'role', name, known: view.tribunalRoles };
  return [unknownName('unknown-role', path, said)];
}

function checkRole(view: CheckedDefinition, name: string, role: Role): Problem[] {
  const path = jsonPointer('roles', name);
  const reserved = RESERVED_ROLES.has(name)
    ? [
        error(
          'reserved-name',
          path,
          `A role cannot be called “${name}”: that word means something else in the format.`,
          'Choose another name.',
        ),
      ]
    : [];
  return [
    ...reserved,
    ...(role.kind === 'party' ? checkParty(view, name, role, path) : checkTribunal(view, name, role, path)),
  ];
}

function checkParty(
  view: CheckedDefinition,
  name: string,
  role: Extract<Role, { kind: 'party' }>,
  path: string,
): Problem[] {
  const where = `The role “${name}”`;
  const charts = view.names.partyCharts;
  const chart =
    role.chart !== undefined && !charts.has(role.chart)
      ? [
          unknownName('unknown-party-chart', `${path}/chart`, {
            where,
            what: 'party chart',
            name: role.chart,
            known: charts,
          }),
        ]
      : [];
  if (role.min <= role.max) return chart;
  const message = `${where} needs at least ${role.min} parties but takes at most ${role.max}.`;
  return [...chart, error('min-above-max', `${path}/min`, message, 'Make “min” no more than “max”.')];
}

function checkTribunal(
  view: CheckedDefinition,
  name: string,
  role: Extract<Role, { kind: 'tribunal' }>,
  path: string,
): Problem[] {
  const where = `The role “${name}”`;
  const excluded = (role.excludes ?? []).flatMap((other, index) =>
    view.names.roles.has(other)
      ? []
      : [
          unknownName('unknown-role', `${path}/excludes/${index}`, {
            where,
            what: 'role',
            name: other,
            known: view.tribunalRoles,
          }),
        ],
  );
  const held = (MEMBERSHIP_ROLES as readonly string[]).includes(name);
  if (held) return excluded;
  const message = `${where} is of the tribunal, but nobody there can have a role of that name.`;
  const fix = `Call it one of: ${MEMBERSHIP_ROLES.join(', ')}; or make it "kind": "party".`;
  return [...excluded, error('unknown-tribunal-role', path, message, fix)];
}
