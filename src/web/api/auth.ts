import { OpenAPIHono, z } from '@hono/zod-openapi';
import { createSession } from '../../app/auth/create-session.ts';
import { endSession } from '../../app/auth/end-session.ts';
import { requestCode } from '../../app/auth/request-code.ts';
import type { UserRow } from '../../app/ports/identity.ts';
import { MEMBERSHIP_ROLES } from '../../domain/viewer.ts';
import { rateLimitedFor } from '../limits/rate-limited.ts';
import { problem } from '../problems/problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { route } from '../route.ts';
import { giveCookie, takeCookie } from '../sessions/session.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idSchema, instantSchema, languageSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { emailSchema } from './schemas/open-case-schema.ts';

const GROUP = 'Signing in';
const MAX_BYTES = 4 * 1024;

const userSchema = z
  .strictObject({
    id: idSchema,
    email: z.string().openapi({ description: 'Empty for who signs in by Digital ID alone.' }),
    name: z.string(),
    language: languageSchema,
    roles: z.array(z.enum(MEMBERSHIP_ROLES)),
  })
  .openapi('User');

const sessionSchema = z
  .strictObject({
    token: z.string().openapi({ description: 'For `Authorization: Bearer …`; shown this once.' }),
    expiresAt: instantSchema,
    user: userSchema,
  })
  .openapi('Session');

/** Signing in with a code that comes by mail, and signing out. */
export function authRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  const limited = rateLimitedFor(ports, 'signIn');
  addCodes(app, ports, limited);
  addSessions(app, ports, limited);
  addSignOut(app, ports);
  return app;
}

type Limited = ReturnType<typeof rateLimitedFor>;

function addCodes(app: OpenAPIHono<WebEnv>, ports: WebPorts, limited: Limited): void {
  route(
    app,
    {
      method: 'post',
      path: '/auth/codes',
      name: 'requestCode',
      group: GROUP,
      summary: 'Have a code mailed',
      description:
        'The answer is the same for every address, known or not. The code works once, for ten minutes. Sent again for the address under its `Idempotency-Key`, the request has no second code mailed.',
      access: 'anyone',
      maxBytes: MAX_BYTES,
      isIdempotent: true,
      middleware: [limited],
      body: z.strictObject({ email: emailSchema }).openapi('CodeRequest'),
      answers: { 202: jsonAnswer('If mail can reach the address, a code is on its way.', z.strictObject({})) },
    },
    async (c, { body }) => {
      const client = ports.addressOf(c.env, c.req.raw.headers);
      const idempotency = idempotencyOf(c, ports.ids, body);
      const refused = await requestCode(ports, { ...body, language: c.get('language'), client, idempotency });
      return refused ? problem(c, refused.refused) : c.json({}, 202);
    },
  );
}

function addSessions(app: OpenAPIHono<WebEnv>, ports: WebPorts, limited: Limited): void {
  route(
    app,
    {
      method: 'post',
      path: '/auth/sessions',
      name: 'signIn',
      group: GROUP,
      summary: 'Sign in with a code',
      description:
        'Answers a token, and sets it as a cookie for browsers. A session that was sent with the request ends.',
      access: 'anyone',
      maxBytes: MAX_BYTES,
      middleware: [limited],
      body: z
        .strictObject({ email: emailSchema, code: z.string().min(1).max(20).openapi({ example: '042137' }) })
        .openapi('SignIn'),
      answers: { 201: jsonAnswer('The session.', sessionSchema) },
      problems: ['WrongCode'],
    },
    async (c, { body: { email, code } }) => {
      const client = ports.addressOf(c.env, c.req.raw.headers);
      const attempt = { email, code, language: c.get('language'), client, previousToken: c.get('token') };
      const signedIn = await createSession(ports, attempt);
      if (!signedIn) return problem(c, 'WrongCode');
      giveCookie(c, ports.settings, signedIn);
      const { token, expiresAt, user } = signedIn;
      return c.json({ token, expiresAt, user: publicUser(user) }, 201);
    },
  );
}

function publicUser({ id, email, name, language, roles }: UserRow): z.output<typeof userSchema> {
  return { id, email, name, language, roles: [...roles] };
}

function addSignOut(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'delete',
      path: '/auth/sessions/current',
      name: 'signOut',
      group: GROUP,
      summary: 'Sign out',
      description: 'The token is nothing from now on.',
      access: 'user',
      answers: { 204: { description: 'Signed out.' } },
    },
    async (c) => {
      await endSession(ports, c.get('token') ?? '');
      takeCookie(c, ports.settings);
      return c.body(null, 204);
    },
  );
}
