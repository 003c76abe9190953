import { OpenAPIHono, z } from '@hono/zod-openapi';
import { me } from '../../app/queries/me.ts';
import { joinEverywhere } from '../../app/registries/join-everywhere.ts';
import { MEMBERSHIP_ROLES } from '../../domain/viewer.ts';
import { onceOnly } from '../limits/once-only.ts';
import { rateLimitedFor } from '../limits/rate-limited.ts';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { caseSchema, caseSummarySchema } from './schemas/case-schema.ts';
import { idSchema, languageSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';

const meSchema = z
  .strictObject({
    user: z.strictObject({ id: idSchema, email: z.string(), name: z.string(), language: languageSchema }),
    memberships: z.array(z.enum(MEMBERSHIP_ROLES)).openapi({ description: 'Roles in the tribunal.' }),
    cases: z.array(caseSummarySchema).openapi({ description: 'The newest of your own and of those given to you.' }),
  })
  .openapi('Me');

/** Who is signed in, and joining a case by the code of a letter. */
export function meRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addMe(app, ports);
  addInvitations(app, ports);
  return app;
}

function addMe(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/me',
      name: 'readMe',
      group: 'You',
      summary: 'Read who you are, your roles and your cases',
      access: 'user',
      answers: { 200: jsonAnswer('You.', meSchema) },
    },
    async (c) => {
      const found = await me(ports, c.get('viewer'), c.get('language'));
      return found ?? problem(c, 'NotSignedIn');
    },
  );
}

function addInvitations(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/invitations',
      name: 'acceptInvitation',
      group: 'You',
      summary: 'Join a case with the code of a letter',
      description: 'Unknown, used and outdated codes are answered alike.',
      access: 'user',
      isIdempotent: true,
      middleware: [rateLimitedFor(ports, 'signIn')],
      body: z
        .strictObject({ code: z.string().min(1).max(100).openapi({ example: '7m2x-9kq4-v0c8-t3e5' }) })
        .openapi('InvitationCode'),
      answers: { 200: jsonAnswer('The case that is yours too now.', caseSchema) },
      problems: ['NotFound'],
    },
    (c, { body }) =>
      onceOnly(ports, c, body, async () => {
        const joined = await joinEverywhere(ports, c.get('viewer'), body.code, c.get('language'));
        return joined ? c.json(joined) : problem(c, 'NotFound');
      }),
  );
}
