import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listLetters } from '../../app/letters/list-letters.ts';
import { readLetter } from '../../app/letters/read-letter.ts';
import { type LetterStep, stepLetter } from '../../app/letters/step-letter.ts';
import { isUnseen } from '../../domain/forms/is-unseen.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { problem } from '../problems/problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { attachmentHeader } from '../requests/attachment-header.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { dateSchema, idParams, idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, shortListQuery } from './schemas/pages.ts';
import { noticeSchema } from './schemas/part-schemas.ts';

const GROUP = 'Letters';

const letterSchema = z
  .strictObject({
    id: idSchema.openapi({ description: 'The notice’s.' }),
    caseId: idSchema,
    reference: z.string(),
    subject: z.string(),
    writtenAt: instantSchema,
    language: z.string(),
    to: z.strictObject({
      party: idSchema,
      name: z.string(),
      address: z.string().optional().openapi({ description: 'In lines; absent where none is known.' }),
      isProtected: z.literal(true).optional(),
    }),
    isReady: z.boolean().openapi({ description: 'The PDF is made.' }),
    enclosed: z.array(z.strictObject({ id: idSchema, title: z.string() })),
  })
  .openapi('Letter');

/** A real date, as fields of forms take it. */
const dayBody = dateSchema.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/).refine(isRealDay, 'a real date');
const postingBody = z
  .strictObject({
    on: dayBody.openapi({ description: 'The local date on which it was given to the post.' }),
    tracking: z.string().trim().min(1).max(100).optional(),
  })
  .openapi('Posting');
const returnBody = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .refine((text) => !isUnseen(text), 'Say why it came back.'),
  })
  .openapi('ReturnedLetter');

function isRealDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The letters that the registry prints and posts. */
export function letterRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addList(app, ports);
  addBytes(app, ports);
  addSteps(app, ports);
  return app;
}

function addList(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/letters',
      name: 'listLetters',
      group: GROUP,
      summary: 'List the letters that wait to be posted',
      description:
        'For the registry, oldest first, of all registries. A look at a secret address is written into the audit.',
      access: 'user',
      query: shortListQuery,
      answers: { 200: jsonAnswer('A page, oldest first.', pageOf(letterSchema)) },
      problems: ['NotFound'],
    },
    async (c, { query }) => (await listLetters(ports, c.get('viewer'), query)) ?? problem(c, 'NotFound'),
  );
}

function addBytes(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/letters/{id}',
      name: 'readLetter',
      group: GROUP,
      summary: 'Download a letter to print',
      description: 'By the id of its notice. The same PDF again after it was posted.',
      access: 'user',
      params: idParams,
      answers: {
        200: {
          description: 'A PDF.',
          content: { '*/*': { schema: { type: 'string', contentMediaType: 'application/pdf' } } },
        },
      },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => sendLetter(c, ports, id),
  );
}

/** The bytes of a letter, as an attachment, for page and API. */
export async function sendLetter(c: Context<WebEnv>, ports: WebPorts, id: string): Promise<Response> {
  const letter = await readLetter(ports, c.get('viewer'), id);
  if (!letter) return problem(c, 'NotFound');
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox");
  c.header('Content-Disposition', attachmentHeader(letter.filename));
  c.header('Content-Type', 'application/pdf');
  if (c.req.method !== 'HEAD') return c.body(letter.bytes, 200);
  await letter.bytes.cancel();
  return c.body(null, 200);
}

function addSteps(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  const step = async (c: Context<WebEnv>, id: string, taken: LetterStep, body: unknown) => {
    const idempotency = idempotencyOf(c, ports.ids, body);
    const done = await stepLetter(ports, c.get('viewer'), id, taken, c.get('language'), idempotency);
    if (!done) return problem(c, 'NotFound');
    return isRefusal(done) ? refusalProblem(c, done) : done;
  };
  const common = {
    method: 'post',
    group: GROUP,
    access: 'user',
    isIdempotent: true,
    params: idParams,
    answers: { 200: jsonAnswer('The notice, as it now is.', noticeSchema) },
    problems: ['NotFound', 'LetterElsewhere', 'InvalidForm'],
  } as const;
  route(
    app,
    {
      ...common,
      path: '/letters/{id}/posting',
      name: 'postLetter',
      summary: 'Say that a letter was posted',
      description:
        'An entry of the journal. Where the notice has a service rule for letters, service is counted from that day.',
      body: postingBody,
    },
    (c, { params: { id }, body }) => step(c, id, { kind: 'posted', ...body }, body),
  );
  route(
    app,
    {
      ...common,
      path: '/letters/{id}/return',
      name: 'returnLetter',
      summary: 'Say that a posted letter came back',
      description: 'An entry of the journal, and a task to find another way.',
      body: returnBody,
    },
    (c, { params: { id }, body }) => step(c, id, { kind: 'returned', ...body }, body),
  );
  route(
    app,
    {
      ...common,
      path: '/letters/{id}/renewal',
      name: 'renewLetter',
      summary: 'Have a letter made anew, to the address that is known now',
    },
    (c, { params: { id } }) => step(c, id, { kind: 'again' }, {}),
  );
}
