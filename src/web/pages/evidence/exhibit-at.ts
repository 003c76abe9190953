import type { Context } from 'hono';
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { WebEnv } from '../../web-env.ts';
import type { EvidenceModel } from './evidence-model.ts';

/** The exhibit that the address names by its number. */
export function exhibitAt(c: Context<WebEnv>, { exhibits }: EvidenceModel): ExhibitView | undefined {
  const { exhibit = '' } = c.req.param() as Readonly<Record<string, string>>;
  return exhibits.find(({ number }) => number === exhibit);
}
