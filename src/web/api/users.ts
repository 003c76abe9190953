import { OpenAPIHono, z } from '@hono/zod-openapi';
import { setRoles } from '../../app/auth/set-roles.ts';
import { listStaff } from '../../app/queries/list-staff.ts';
import { pageOf as pageOfRows } from '../../app/queries/page-of.ts';
import { caseloadElsewhere } from '../../app/registries/caseload-elsewhere.ts';
import { MEMBERSHIP_ROLES } from '../../domain/viewer.ts';
import { onceOnly } from '../limits/once-only.ts';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { emailSchema, personNameSchema } from './schemas/open-case-schema.ts';
import { pageOf, shortListQuery } from './schemas/pages.ts';

const GROUP = 'People of the tribunal';
const roleSchema = z.enum(MEMBERSHIP_ROLES);

const staffSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    roles: z.array(roleSchema),
    openCases: z.number().int().openapi({ description: 'Open cases they have in the role that was asked for.' }),
  })
  .openapi('Staff');

/** Who holds which role in the tribunal. */
export function userRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addList(app, ports);
  addRoles(app, ports);
  return app;
}

function addList(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/users',
      name: 'listStaff',
      group: GROUP,
      summary: 'List who holds a role in the tribunal',
      description:
        'For registrars and administrators. Whom one case can be given to, `GET /cases/{id}/candidates` knows.',
      access: 'user',
      query: shortListQuery.extend({ role: roleSchema }),
      answers: { 200: jsonAnswer('Everyone who holds it, by name.', pageOf(staffSchema)) },
      problems: ['NotFound'],
    },
    async (c, { query: { role, ...page } }) => {
      const staff = listStaff(ports, c.get('viewer'), role, await caseloadElsewhere(ports, role));
      return staff ? pageOfRows(staff, page, ({ id }) => id) : problem(c, 'NotFound');
    },
  );
}

function addRoles(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'put',
      path: '/users/roles',
      name: 'setRoles',
      group: GROUP,
      summary: "Set someone's roles in the tribunal",
      description:
        'For administrators. Makes an account where there is none, and ends the sessions of the person: rights that changed are not carried by old tokens. Nobody sets their own.',
      access: 'user',
      isIdempotent: true,
      body: z
        .strictObject({
          email: emailSchema,
          name: personNameSchema,
          language: z.string().min(2).max(10).default('en'),
          roles: z
            .array(roleSchema)
            .max(MEMBERSHIP_ROLES.length)
            .openapi({ description: 'All of them; none takes all away.' }),
        })
        .openapi('RoleChange'),
      answers: { 200: jsonAnswer('The person.', staffSchema.omit({ openCases: true }).openapi('StaffMember')) },
      problems: ['NotFound'],
    },
    (c, { body }) =>
      onceOnly(ports, c, body, async () => {
        const user = await setRoles(ports, c.get('viewer'), body);
        if (!user) return problem(c, 'NotFound');
        const { id, name, email, roles } = user;
        return c.json({ id, name, email, roles });
      }),
  );
}
