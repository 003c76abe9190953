import type { OpenAPIHono } from '@hono/zod-openapi';
import { expect } from 'vitest';
import { z } from 'zod';
import { type OpenApiDocument, openApiDocument } from '../../src/web/openapi-document.ts';
import type { WebEnv } from '../../src/web/web-env.ts';

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

const documents = new WeakMap<object, OpenApiDocument>();
/** Schemas are the same for every app of one mode: compiled once by their text. */
const compiled = new Map<string, z.ZodType>();

export function documentOf(app: OpenAPIHono<WebEnv>): OpenApiDocument {
  const known = documents.get(app) ?? openApiDocument(app);
  documents.set(app, known);
  return known;
}

/** Holds an answer against the OpenAPI document: its status, its type and its body must stand there. */
export async function expectDocumented(
  app: OpenAPIHono<WebEnv>,
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  const document = documentOf(app);
  const operation = operationAt(document, method, path);
  if (!operation) return;
  const where = `${method} ${path} answered ${response.status}`;
  const answer = operation.responses[String(response.status)];
  expect(answer, `${where}, which is not in the document`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const media = answer?.content?.[type] ?? answer?.content?.['*/*'];
  if (!answer?.content) return expect(await response.text(), `${where} with a body`).toBe('');
  expect(media, `${where} as ${type}, which is not in the document`).toBeDefined();
  if (!type.endsWith('json') || !media?.schema) return;
  const checked = schemaOf(document, media.schema).safeParse(await response.json());
  expect(checked.error?.issues ?? [], `${where} with a body unlike the document`).toEqual([]);
}

function operationAt(document: OpenApiDocument, method: string, path: string): Operation | undefined {
  const pathname = path.split('?')[0] ?? '';
  const patterns = Object.keys(document.paths ?? {});
  const exact = patterns.find((one) => one === pathname);
  const pattern = exact ?? patterns.find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
  const item = pattern ? (document.paths?.[pattern] as Record<string, Operation>) : undefined;
  return item?.[method.toLowerCase()];
}

function schemaOf(document: OpenApiDocument, schema: object): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components?.schemas }).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  );
  const known = compiled.get(text) ?? z.fromJSONSchema(JSON.parse(text));
  compiled.set(text, known);
  return known;
}
