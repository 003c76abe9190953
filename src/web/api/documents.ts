import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { takeOffUpload } from '../../app/documents/take-off-upload.ts';
import { type UploadOutcome, uploadDocument } from '../../app/documents/upload-document.ts';
import { UPLOAD_REFUSALS, type UploadRefusalReason } from '../../app/documents/upload-refusals.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { documentAnswer } from '../downloads/document-answer.ts';
import { notInCommon } from '../in-common.ts';
import { fewAtOnce } from '../limits/few-at-once.ts';
import { onceOnly } from '../limits/once-only.ts';
import { rateLimitedFor } from '../limits/rate-limited.ts';
import { problem } from '../problems/problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { limitedBody } from '../requests/limited-body.ts';
import { readUpload } from '../requests/upload-form.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { documentSchema } from './schemas/part-schemas.ts';

const GROUP = 'Documents';

/** One file, and the form around it. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024 + 64 * 1024;

/** Each is held in memory until it was looked into: some 75 MB for the largest. */
const UPLOADS_AT_ONCE = { perUser: 4, inAll: 16 };

const uploadSchema = {
  type: 'object',
  required: ['file'],
  additionalProperties: false,
  properties: {
    file: {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: 'PDF, a photo, an office document, text, MP3 or MP4; 25 MB at most.',
    },
    description: { type: 'string', maxLength: 300, description: 'What it shows.' },
    readers: {
      type: 'string',
      enum: ['private', 'tribunal'],
      default: 'private',
      description:
        'Who can read it before it is filed with a form: you, who supports you and the facilitator of the case, or all of the tribunal too.',
    },
  },
};

/** Evidence in, documents out. */
export function documentRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addUpload(app, ports);
  addDownload(app, ports);
  addTakingOff(app, ports);
  return app;
}

function fewUploads({ inCommon = notInCommon }: WebPorts): MiddlewareHandler<WebEnv> {
  return inCommon('uploads at once', () => fewAtOnce(UPLOADS_AT_ONCE));
}

function addUpload(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/cases/{id}/documents',
      name: 'uploadDocument',
      group: GROUP,
      summary: 'Upload a file to a case',
      description:
        'Its id is then the answer to a `file` field of a form. What a file is, its bytes say, not its name. While no virus scanner answers, it is taken and held: `check` says so. The place where a photo was taken is blanked.',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      middleware: [rateLimitedFor(ports, 'upload'), fewUploads(ports), limitedBody(MAX_UPLOAD_BYTES)],
      otherBody: { type: 'multipart/form-data', schema: uploadSchema },
      answers: { 201: jsonAnswer('The document.', documentSchema) },
      problems: ['NotFound', 'CaseClosed', ...(Object.keys(UPLOAD_REFUSALS) as UploadRefusalReason[])],
    },
    async (c, { params: { id } }) => {
      const upload = await readUpload(c);
      if (upload instanceof Response) return upload;
      const { bytes, ...told } = upload;
      const idempotency = idempotencyOf(c, ports.ids, { ...told, sha256: await sha256(bytes) });
      const outcome = await uploadDocument(ports, c.get('viewer'), id, upload, c.get('language'), idempotency);
      return outcome ? uploadAnswer(c, outcome) : problem(c, 'NotFound');
    },
  );
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function uploadAnswer(c: Context<WebEnv>, outcome: UploadOutcome): Response {
  switch (outcome.kind) {
    case 'kept':
      c.header('Location', `/api/v1/documents/${outcome.document.id}`);
      return c.json(outcome.document, 201);
    case 'refused':
      return refusalProblem(c, outcome.refusal);
    case 'keyReused':
      return problem(c, 'IdempotencyKeyReused');
    case 'unfit':
      return problem(c, outcome.reason, { errors: [{ path: 'file', message: UPLOAD_REFUSALS[outcome.reason] }] });
  }
}

function addDownload(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/documents/{id}',
      name: 'readDocument',
      group: GROUP,
      summary: 'Download a document',
      description: 'Always as an attachment. A document that was issued a moment ago may still be in the making.',
      access: 'user',
      params: idParams,
      answers: {
        200: {
          description: 'Its bytes.',
          content: { '*/*': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } },
        },
      },
      problems: ['NotFound', 'DocumentNotReady', 'FileBeingChecked', 'FileInfected'],
    },
    (c, { params: { id } }) => documentAnswer(ports, c, id),
  );
}

function addTakingOff(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'delete',
      path: '/documents/{id}',
      name: 'takeOffDocument',
      group: GROUP,
      summary: 'Take off a file that you uploaded and have not filed',
      description:
        'Nobody reads it any more, and it takes no room of your party. What was filed with a form stays, and so does what others could read from the start (`readers=tribunal`).',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      answers: { 204: { description: 'It is off.' } },
      problems: ['NotFound', 'NotYours', 'AlreadyFiled'],
    },
    (c, { params: { id } }) =>
      onceOnly(ports, c, null, async () => {
        const outcome = await takeOffUpload(ports, c.get('viewer'), id);
        if (!outcome) return problem(c, 'NotFound');
        return isRefusal(outcome) ? refusalProblem(c, outcome) : c.body(null, 204);
      }),
  );
}
