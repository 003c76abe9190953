import type { OpenApiDocument } from '../openapi-document.ts';
import type { JsonSchema } from './json-schema.ts';

/** One call, as the document describes it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}
export type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** Every call by its group, in the order in which they were added. */
export function operationsIn(document: OpenApiDocument): ReadonlyMap<string, readonly Operation[]> {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Omit<Operation, 'method' | 'path'>>).map(([method, operation]) => ({
      ...operation,
      method,
      path,
    })),
  );
  return Map.groupBy(operations, ({ tags }) => tags[0] ?? 'Other');
}
