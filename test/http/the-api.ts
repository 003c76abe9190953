import type { Caller } from './a-caller.ts';

/** A call as the server's own OpenAPI document describes it. */
export interface ApiCall {
  readonly method: string;
  /** `/api/v1/cases/{id}/journal`. */
  readonly path: string;
  readonly parameters: readonly ApiParameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | undefined;
  readonly answers: readonly string[];
}

export interface ApiParameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
}

type Schema = Readonly<Record<string, unknown>>;

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface TheApi {
  readonly calls: readonly ApiCall[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Everything that the API says that it can: a route that is added tomorrow is here tomorrow. */
export async function theApi(caller: Caller): Promise<TheApi> {
  const { paths, components } = (await caller.call('GET', '/openapi.json')).json<Described>();
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const body = type && media ? { type, schema: media.schema } : undefined;
      return { method: method.toUpperCase(), path, parameters, body, answers: Object.keys(responses) };
    }),
  );
  return { calls, schemas: components.schemas };
}

/** A path with its blanks filled. */
export function filled(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (blank, name: string) =>
    encodeURIComponent((values[name] ?? blank).toWellFormed()),
  );
}
