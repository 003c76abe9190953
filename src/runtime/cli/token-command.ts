import { issueToken } from '../../app/auth/issue-token.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistry } from './with-registry.ts';

export const tokenCommand: CliCommand = {
  name: 'token',
  operands: ['email'],
  summary: 'Print a bearer token for someone who has an account',
  details:
    'For operators and scripts on this machine: whoever can run this can read the database anyway. The token ends like a session of theirs. Works while the server runs.',
  run({ operands: [email = ''], dataFolder, print }) {
    return withRegistry(dataFolder, async ({ ports }) => {
      const issued = await issueToken(ports, email);
      if (!issued)
        throw new Error(`Nobody has an account with the address ${email}; they sign in once, or you give them a role`);
      print(issued.token, { token: issued.token, expiresAt: issued.expiresAt, email: issued.user.email });
      return 0;
    });
  },
};
