import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROBLEMS, type ProblemReason } from '../../src/web/problems/problems.ts';
import { REMEDIES } from '../../src/web/problems/remedies.ts';
import { aWeb, type TestWeb } from './a-web.ts';
import { everyCall } from './every-call.ts';

const schema = z.record(z.string(), z.unknown());
const media = z.record(z.string().regex(/^[\w*.+-]+\/[\w*.+-]+$/), z.strictObject({ schema }));
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]\w+$/),
  summary: z.string().min(5),
  description: z.string().optional(),
  tags: z.tuple([z.string()]),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  parameters: z
    .array(
      z.looseObject({
        in: z.enum(['path', 'query', 'header']),
        name: z.string(),
        required: z.boolean().optional(),
        schema,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: media }).optional(),
  responses: z.record(
    z.string().regex(/^[2345]\d\d$/),
    z.strictObject({ description: z.string().min(2), content: media.optional() }),
  ),
});

/** The structure that OpenAPI 3.1 asks for, as far as this document uses it. */
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), url: z.url() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), operation)),
  components: z.strictObject({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
    parameters: z.strictObject({}).optional(),
  }),
  webhooks: z.strictObject({}).optional(),
});

async function documentAt(web: TestWeb) {
  const response = await web.as('stranger', 'GET', '/openapi.json');
  expect(response.headers.get('content-type')).toBe('application/json');
  return openApi.parse(await response.json());
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const web = await aWeb();
    const document = await documentAt(web);
    const names = Object.keys(document.components.schemas);
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(refs.length).toBeGreaterThan(50);
    for (const name of refs) expect(names).toContain(name);
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds every call that is promised', async () => {
    const web = await aWeb();
    const { paths } = await documentAt(web);
    const promised = [
      'get /healthz',
      'get /readyz',
      'get /metrics',
      'post /api/v1/auth/codes',
      'post /api/v1/auth/sessions',
      'delete /api/v1/auth/sessions/current',
      'get /api/v1/me',
      'get /api/v1/workflows',
      'get /api/v1/workflows/{id}',
      'get /api/v1/workflows/{id}/durations',
      'get /api/v1/workflows/{id}/versions/{version}',
      'post /api/v1/workflows/check',
      'post /api/v1/workflows/simulate',
      'put /api/v1/workflows/{id}/draft',
      'post /api/v1/workflows/{id}/publications',
      'post /api/v1/cases',
      'get /api/v1/cases',
      'get /api/v1/cases/{id}',
      'get /api/v1/cases/{id}/actions',
      'post /api/v1/cases/{id}/events',
      ...[
        'journal',
        'deadlines',
        'notices',
        'documents',
        'messages',
        'offers',
        'orders',
        'decisions',
        'tasks',
        'fees',
      ].map((part) => `get /api/v1/cases/{id}/${part}`),
      'post /api/v1/cases/{id}/documents',
      'get /api/v1/documents/{id}',
      'get /api/v1/decisions',
      'post /api/v1/invitations',
      'get /api/v1/users',
    ];
    for (const call of promised) {
      const [method = '', path = ''] = call.split(' ');
      expect((paths[path] as Record<string, unknown> | undefined)?.[method], call).toBeDefined();
    }
  });

  it('documents no call that is not there, and every parameter of an address', async () => {
    const web = await aWeb();
    const { paths } = await documentAt(web);
    for (const [path, item] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, { parameters = [] }] of Object.entries(item)) {
        expect(
          parameters.filter((one) => one.in === 'path').map(({ name }) => name),
          path,
        ).toEqual(named);
        const response = await web.app.request(path.replace(/\{\w+\}/g, 'x'), { method: method.toUpperCase() });
        expect([404, 405].includes(response.status) && (await response.text()).includes('MethodNotAllowed'), path).toBe(
          false,
        );
      }
    }
  });
});

describe('the page of the documentation', () => {
  it('shows every call, every schema and a command line for each, and loads nothing from elsewhere', async () => {
    const web = await aWeb();
    const [page, document] = [await (await web.as('stranger', 'GET', '/docs')).text(), await documentAt(web)];
    for (const item of Object.values(document.paths))
      for (const { operationId } of Object.values(item)) expect(page).toContain(`id="${operationId}"`);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="schema-${name}"`);
    expect(page.match(/curl -s/g)?.length).toBe(everyCall(web.app).length);
    expect(page).not.toMatch(/<script|(?:src|href)="(?:https?:)?\/\//);
    expect(page).toContain('<html lang="en" ');
  });

  it('has no link within it that leads nowhere', async () => {
    const web = await aWeb();
    const page = await (await web.as('stranger', 'GET', '/docs')).text();
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(ids, anchor).toContain(anchor);
  });
});

describe('a problem', () => {
  it('is explained where its type leads and in the guide, for every reason there is', async () => {
    const web = await aWeb();
    const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
    for (const [reason, { title, status }] of Object.entries(PROBLEMS)) {
      const response = await web.as('stranger', 'GET', `/problems/${reason}`);
      expect(response.status, reason).toBe(200);
      const page = await response.text();
      expect(page).toContain(title.replaceAll("'", '&#39;'));
      expect(guide, reason).toContain(
        `| ${status} | \`${reason}\` | ${title} | ${REMEDIES[reason as ProblemReason]} |`,
      );
      expect(page).toContain(String(status));
    }
    expect((await web.as('stranger', 'GET', '/problems/Unheard')).status).toBe(404);
  });
});
