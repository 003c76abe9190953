import { rmSync } from 'node:fs';
import { issueToken } from '../src/app/auth/issue-token.ts';
import { createInspectUpload } from '../src/effects/uploads/inspect-upload.ts';
import { compose } from '../src/runtime/compose.ts';
import { seedWhereMissing } from '../src/runtime/demo/seed.ts';
import { createApp } from '../src/web/app.ts';
import { aFolder } from './a-world.ts';
import type { Part } from './every-page.ts';
import { fill } from './fill.ts';

/** The demonstration's people among many cases, and the pages as the server makes them for each. */
export interface PagesWorld {
  /** Where the questions of a claim begin that the applicant has begun to answer. */
  readonly claim: string;
  /** The page at a path as someone sees it, rendered anew. Throws unless it is one. */
  html(path: string, as: Part): Promise<string>;
  close(): Promise<void>;
}

const ORIGIN = 'http://localhost';
const PLENTY = { burst: 1e9, perSecond: 1e9 };
/** Of each hundred cases, so many were decided, and the decision published; the others wait for the registry's review. */
const DECIDED_PERCENT = 5;

/** The demonstration's tribunal with so many cases of other people. Nothing ticks in it. */
export async function aPagesWorld(cases: number): Promise<PagesWorld> {
  const folder = aFolder();
  await seedWhereMissing(folder, ORIGIN);
  const parley = await compose({ path: folder, origin: ORIGIN, mode: 'production' });
  const { ports, database } = parley;
  const originals = database.connection.prepare(ORIGINALS).all() as { id: string; stage: string }[];
  const decided = Math.round((cases * DECIDED_PERCENT) / 100);
  fill(parley, idOf(originals, 'order'), decided, '1');
  fill(parley, idOf(originals, 'intake'), cases - decided, '2');
  const app = createApp({
    ...ports,
    settings: {
      mode: 'production',
      origin: ORIGIN,
      rateLimits: { user: PLENTY, address: PLENTY, signIn: PLENTY, rehearsal: PLENTY, upload: PLENTY },
    },
    log() {},
    logError(error) {
      throw error;
    },
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    readiness: async () => [],
    inspectUpload: createInspectUpload(undefined),
    renderDocument: parley.effects.renderDocument,
    addressOf: () => '192.0.2.1',
  });
  const tokens = new Map<Part, string>();
  for (const part of ['applicant', 'respondent', 'facilitator', 'member', 'registrar'] as const)
    tokens.set(part, (await issueToken(ports, `${part}@demo.example`))?.token ?? '');
  const as = (part: Part): Record<string, string> =>
    part === 'nobody' ? {} : { authorization: `Bearer ${tokens.get(part)}` };
  return {
    claim: await beginClaim(app, as('applicant')),
    async html(path, part) {
      const answer = await app.request(path, { headers: { ...as(part), accept: 'text/html' } });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status} to the ${part}`);
      return answer.text();
    },
    async close() {
      await parley.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Cases of people whom nobody visits as; those with a decision in the register are in the stage of orders. */
const ORIGINALS = `
  select id, stage from cases where workflow_id = 'small-claims'
  and not exists (select 1 from participants where case_id = cases.id and email_key like '%@demo.example')
  and (stage <> 'order' or exists (select 1 from decisions where case_id = cases.id and published_at is not null))`;

function idOf(originals: readonly { readonly id: string; readonly stage: string }[], stage: string): string {
  const found = originals.find((one) => one.stage === stage);
  if (!found) throw new Error(`the demonstration has no case of others in the stage ${stage}`);
  return found.id;
}

type App = ReturnType<typeof createApp>;

/** The applicant opens a claim and answers its first question. */
async function beginClaim(app: App, headers: Record<string, string>): Promise<string> {
  const parties = [
    { role: 'applicant', name: 'Amira Haddad', email: 'applicant@demo.example' },
    { role: 'respondent', name: 'Sam Carter' },
  ];
  const opened = await app.request('/api/v1/cases', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ workflow: 'small-claims', parties }),
  });
  const { id } = (await opened.json()) as { id: string };
  const path = `/cases/${id}/act/SUBMIT`;
  const answered = await app.request(`${path}/questions/who`, {
    method: 'POST',
    headers: { ...headers, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'applicantType=individual',
  });
  if (answered.status !== 303) throw new Error(`the first question answers ${answered.status}`);
  return path;
}
