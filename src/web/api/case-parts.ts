import { OpenAPIHono } from '@hono/zod-openapi';
import type { Part } from '../../app/ports/registry.ts';
import { listExhibits } from '../../app/queries/list-exhibits.ts';
import { listPart } from '../../app/queries/list-part.ts';
import { pageOf as pageOfRows } from '../../app/queries/page-of.ts';
import { readBidding } from '../../app/queries/read-bidding.ts';
import { readNotice } from '../../app/queries/read-notice.ts';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, pageQuery } from './schemas/pages.ts';
import { biddingSchema, exhibitSchema, PART_SCHEMAS } from './schemas/part-schemas.ts';

/** What each part of a case is, in a line. */
const PARTS: { readonly [P in Part]: string } = {
  journal: 'what was done, by whom and when',
  deadlines: 'the legal dates, open and past, each with its reason',
  notices: 'what the tribunal sent, and how it travelled',
  documents: 'what was issued and what was uploaded',
  messages: 'messages that you may read',
  offers: 'offers to settle, without prejudice',
  orders: 'orders',
  decisions: 'decisions',
  tasks: "the tribunal's work that you may see",
  fees: 'what was charged, paid, waived and refunded',
};

/** The parts of a case, each a list. */
export function casePartRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  for (const part of Object.keys(PARTS) as Part[]) addPart(app, ports, part);
  addNotice(app, ports);
  addBidding(app, ports);
  addExhibits(app, ports);
  return app;
}

function addPart(app: OpenAPIHono<WebEnv>, ports: WebPorts, part: Part): void {
  route(
    app,
    {
      method: 'get',
      path: `/cases/{id}/${part}`,
      name: `list${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      group: 'Parts of a case',
      summary: `List ${PARTS[part]}`,
      access: 'user',
      params: idParams,
      query: pageQuery,
      answers: { 200: jsonAnswer('A page, newest first.', pageOf(PART_SCHEMAS[part])) },
      problems: ['NotFound'],
    },
    async (c, { params: { id }, query }) => {
      const page = await listPart(ports, c.get('viewer'), id, part, query, c.get('language'));
      return page ?? problem(c, 'NotFound');
    },
  );
}

function addExhibits(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/exhibits',
      name: 'listExhibits',
      group: 'Parts of a case',
      summary: 'List what is in evidence, by number',
      description:
        'Added, replaced, described anew and withdrawn by events whose action names an `exhibit`. What was withdrawn stays listed, without its files for all but who had filed it.',
      access: 'user',
      params: idParams,
      query: pageQuery,
      answers: { 200: jsonAnswer('A page, newest first.', pageOf(exhibitSchema)) },
      problems: ['NotFound'],
    },
    (c, { params: { id }, query }) => {
      const exhibits = listExhibits(ports, c.get('viewer'), id, c.get('language'));
      return exhibits ? pageOfRows(exhibits.toReversed(), query, ({ id }) => id) : problem(c, 'NotFound');
    },
  );
}

function addBidding(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/bidding',
      name: 'readBidding',
      group: 'Parts of a case',
      summary: 'Read how blind bidding stands',
      description: 'For who takes part in the talks. Nobody but its author ever reads a figure that settled nothing.',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('The bidding.', biddingSchema) },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => {
      const bidding = readBidding(ports, c.get('viewer'), id);
      return bidding ?? problem(c, 'NotFound');
    },
  );
}

function addNotice(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/notices/{id}',
      name: 'readNotice',
      group: 'Parts of a case',
      summary: 'Read a notice',
      description: 'The first time its recipient reads it is kept, as proof.',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('The notice.', PART_SCHEMAS.notices) },
      problems: ['NotFound'],
    },
    async (c, { params: { id } }) => {
      const notice = await readNotice(ports, c.get('viewer'), id, c.get('language'));
      return notice ?? problem(c, 'NotFound');
    },
  );
}
