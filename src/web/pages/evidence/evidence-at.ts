import type { Context } from 'hono';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type EvidenceModel, readEvidence } from './evidence-model.ts';

/** In the query: the party for which someone of the tribunal adds evidence. */
export const FOR = 'for';

/** The evidence of the case that the address names. */
export function evidenceAt(ports: WebPorts, c: Context<WebEnv>): Promise<EvidenceModel | undefined> {
  const { id = '' } = c.req.param() as Readonly<Record<string, string>>;
  return readEvidence(ports, c.get('viewer'), id, c.get('language'), c.req.query(FOR)?.slice(0, 200) || undefined);
}
