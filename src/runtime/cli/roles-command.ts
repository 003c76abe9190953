import { setRoles } from '../../app/auth/set-roles.ts';
import { isEmail } from '../../domain/forms/field-answer.ts';
import { MEMBERSHIP_ROLES, type MembershipRole } from '../../domain/viewer.ts';
import { OPERATOR } from '../operator.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistry } from './with-registry.ts';

export const rolesCommand: CliCommand = {
  name: 'roles',
  operands: ['email', 'role…'],
  summary: `Give someone all the roles named, and no others: ${MEMBERSHIP_ROLES.join(', ')}`,
  details:
    'Makes their account where there is none: so a tribunal gets its first administrator, who does the rest in the browser. Without a role, takes all away. Their sessions end.',
  run({ operands: [email = '', ...names], dataFolder, print }) {
    const roles = names.map(roleOf);
    // A slip here would make an administrator whom no mail with a code can ever reach.
    if (!isEmail(email)) throw new Error(`"${email}" is no e-mail address; give one such as name@example.org`);
    return withRegistry(dataFolder, async ({ ports }) => {
      const change = { email, name: email.slice(0, email.indexOf('@')), language: 'en', roles };
      const user = await setRoles(ports, OPERATOR, change);
      if (!user) throw new Error(`The roles of ${email} could not be set`);
      print(`${user.email} ${user.roles.join(' ')}`.trim(), { email: user.email, roles: user.roles });
      return 0;
    });
  },
};

function roleOf(name: string): MembershipRole {
  const role = MEMBERSHIP_ROLES.find((one) => one === name);
  if (!role) throw new Error(`There is no role "${name}"; use ${MEMBERSHIP_ROLES.join(', ')}`);
  return role;
}
