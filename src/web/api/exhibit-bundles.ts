import { OpenAPIHono } from '@hono/zod-openapi';
import { exhibitBundleAnswer, exhibitIndexAnswer } from '../downloads/exhibit-bundle-answer.ts';
import { type Call, route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams } from './schemas/common.ts';

/** What is in evidence, to take along: a list to print, and with it the files in one archive. */
export function exhibitBundleRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  route(
    app,
    {
      ...ofCase('exhibits.pdf', 'application/pdf'),
      name: 'readExhibitIndex',
      summary: 'Download the index of the evidence',
      description: 'A tagged PDF: numbers, what each exhibit shows, dates, files and their SHA-256.',
    },
    (c, { params: { id } }) => exhibitIndexAnswer(ports, c, id),
  );
  route(
    app,
    {
      ...ofCase('exhibits.zip', 'application/zip'),
      name: 'readExhibitBundle',
      summary: 'Download the evidence in one archive',
      description: 'The index and the file of each exhibit, as they stand now. What was withdrawn is not in it.',
    },
    (c, { params: { id } }) => exhibitBundleAnswer(ports, c, id),
  );
  return app;
}

function ofCase(name: string, type: string) {
  return {
    method: 'get',
    path: `/cases/{id}/${name}`,
    group: 'Documents',
    access: 'user',
    params: idParams,
    answers: {
      200: {
        description: 'Its bytes.',
        content: { [type]: { schema: { type: 'string', contentMediaType: type } } },
      },
    },
    problems: ['NotFound', 'DocumentNotReady'],
  } as const satisfies Partial<Call<typeof idParams, undefined, undefined>>;
}
