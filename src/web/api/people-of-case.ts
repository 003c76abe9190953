import { OpenAPIHono, z } from '@hono/zod-openapi';
import { answerHelpRequest } from '../../app/answer-help-request.ts';
import { issueInvitation } from '../../app/auth/issue-invitation.ts';
import { listCandidates } from '../../app/queries/list-candidates.ts';
import { readHelpRequests } from '../../app/queries/list-help-requests.ts';
import { listTeam } from '../../app/queries/list-team.ts';
import { pageOf as pageOfRows } from '../../app/queries/page-of.ts';
import { caseloadElsewhere } from '../../app/registries/caseload-elsewhere.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { problem } from '../problems/problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, idSchema, instantSchema, pathId } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, shortListQuery } from './schemas/pages.ts';

const GROUP = 'People of a case';

const teamMemberSchema = z.strictObject({ role: z.string(), userId: idSchema, name: z.string() }).openapi('TeamMember');
const candidateSchema = z
  .strictObject({ userId: idSchema, name: z.string(), openCases: z.number().int() })
  .openapi('Candidate');
const invitationSchema = z
  .strictObject({
    code: z.string().openapi({ description: 'For the letter; shown this once.' }),
    expiresAt: instantSchema,
  })
  .openapi('Invitation');

const capacitySchema = z.enum(['representative', 'helper']);
const helpRequestSchema = z
  .strictObject({
    id: idSchema,
    caseId: idSchema,
    reference: z.string(),
    process: z.string(),
    capacity: capacitySchema,
    party: z.string().openapi({ description: 'Who asks.' }),
  })
  .openapi('HelpRequest');
const helpAnswerSchema = z
  .strictObject({ request: idSchema.max(200), answer: z.enum(['accept', 'decline']) })
  .openapi('HelpAnswer');

/** Who has a case, who could be given it, and how a party without an address comes in. */
export function peopleOfCaseRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addTeam(app, ports);
  addCandidates(app, ports);
  addInvitation(app, ports);
  addHelpRequests(app, ports);
  addHelpAnswer(app, ports);
  return app;
}

function addTeam(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/team',
      name: 'listTeam',
      group: GROUP,
      summary: 'List who has the case for the tribunal',
      access: 'user',
      params: idParams,
      query: shortListQuery,
      answers: { 200: jsonAnswer('Everyone who has it.', pageOf(teamMemberSchema)) },
      problems: ['NotFound'],
    },
    (c, { params: { id }, query }) => {
      const team = listTeam(ports, c.get('viewer'), id);
      return team ? pageOfRows(team, query, ({ role, userId }) => `${role}.${userId}`) : problem(c, 'NotFound');
    },
  );
}

function addCandidates(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/candidates',
      name: 'listCandidates',
      group: GROUP,
      summary: 'List whom a case can be given to',
      description:
        'For registrars: who holds the role and is not excluded from this case; those with the fewest cases first.',
      access: 'user',
      params: idParams,
      query: shortListQuery.extend({ role: z.string().max(64).openapi({ example: 'facilitator' }) }),
      answers: { 200: jsonAnswer('People whom `ASSIGN` takes.', pageOf(candidateSchema)) },
      problems: ['NotFound'],
    },
    async (c, { params: { id }, query: { role, ...page } }) => {
      const people = listCandidates(ports, c.get('viewer'), id, role, await caseloadElsewhere(ports, role));
      return people ? pageOfRows(people, page, ({ userId }) => userId) : problem(c, 'NotFound');
    },
  );
}

function addInvitation(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/cases/{id}/parties/{party}/invitation',
      name: 'issueInvitation',
      group: GROUP,
      summary: 'Make a code by which a party can join',
      description:
        'For registrars: the code is printed on a letter to a party who has no usable e-mail address. A new code replaces none: each is good for 90 days, once. It is kept as a hash alone, so this call takes no Idempotency-Key.',
      access: 'user',
      params: idParams.extend({ party: pathId.openapi({ description: "The party's id." }) }),
      answers: { 201: jsonAnswer('The code.', invitationSchema) },
      problems: ['NotFound'],
    },
    async (c, { params: { id, party } }) => {
      const invitation = await issueInvitation(ports, c.get('viewer'), id, party);
      return invitation ? c.json(invitation, 201) : problem(c, 'NotFound');
    },
  );
}

function addHelpRequests(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/help-requests',
      name: 'listHelpRequests',
      group: GROUP,
      summary: 'List who asks you to act for them or help them',
      description:
        'For whom a party has invited by their e-mail address (`INVITE`). Until they accept, nothing else of the case exists for them.',
      access: 'user',
      params: idParams,
      query: shortListQuery,
      answers: { 200: jsonAnswer('What waits for your answer.', pageOf(helpRequestSchema)) },
      problems: ['NotFound'],
    },
    (c, { params: { id }, query }) => {
      const requests = readHelpRequests(ports, c.get('viewer'), id, c.get('language'));
      return requests.length > 0 ? pageOfRows(requests, query, (request) => request.id) : problem(c, 'NotFound');
    },
  );
}

function addHelpAnswer(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/cases/{id}/help-requests',
      name: 'answerHelpRequest',
      group: GROUP,
      summary: 'Accept or decline to act for a party or help it',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      body: helpAnswerSchema,
      answers: { 200: jsonAnswer('Whether the case is open to you now.', z.strictObject({ isIn: z.boolean() })) },
      problems: ['NotFound', 'BothSides', 'Excluded', 'AlreadyJoined', 'EngineLimit', 'IdempotencyKeyReused'],
    },
    async (c, { params: { id }, body }) => {
      const answered = await answerHelpRequest(ports, c.get('viewer'), id, body, idempotencyOf(c, ports.ids, body));
      if (!answered) return problem(c, 'NotFound');
      return isRefusal(answered) ? refusalProblem(c, answered) : answered;
    },
  );
}
