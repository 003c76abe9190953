import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WebEnv } from './web-env.ts';

export type OpenApiDocument = ReturnType<OpenAPIHono<WebEnv>['getOpenAPI31Document']>;

const DESCRIPTION = `Parley runs online tribunals: cases move through a workflow by events, and every legal date and notice follows from them.

Errors are \`application/problem+json\` (RFC 9457); programs go by \`reason\`. What you may not see is 404.
Lists take \`limit\` and \`cursor\` and answer \`{ items, next }\`, newest first. Times are RFC 3339 in UTC, dates are plain, money is whole cents.`;

/** The document behind `/openapi.json` and `/docs`: made once, from the routes as they are. */
export function openApiDocument(app: OpenAPIHono<WebEnv>): OpenApiDocument {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  });
}

/** How a caller shows who they are. */
export function registerSecurity({ openAPIRegistry }: OpenAPIHono<WebEnv>): void {
  openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that signing in answers.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-parley',
    description:
      'The same, as browsers keep it (`parley` on a demonstration without https). Mutations must come from our own pages.',
  });
}
