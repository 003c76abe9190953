import type { ActionView } from '../../../app/queries/action-view.ts';
import type { EngineCommand } from '../../../domain/definition/engine-events.ts';

/** What has a page of its own, with words and steps that a plain form has not: where that is in the case. */
const OWN_PAGES: { readonly [E in EngineCommand]?: 'helpers' | 'needs' } = {
  INVITE: 'helpers',
  CHANGE_HELP: 'helpers',
  REVOKE: 'helpers',
  STEP_BACK: 'helpers',
  TELL_NEED: 'needs',
  WITHDRAW_NEED: 'needs',
  ANSWER_NEED: 'needs',
};

/** The page of an engine's event, in a case; nothing where its plain form is all there is. */
export function ownPage(
  caseId: string,
  { event, party }: Pick<ActionView, 'event'> & { readonly party?: string | undefined },
): string | undefined {
  const page = Object.hasOwn(OWN_PAGES, event) ? OWN_PAGES[event as EngineCommand] : undefined;
  return page && `/cases/${encodeURIComponent(caseId)}/${page}${party ? `?party=${encodeURIComponent(party)}` : ''}`;
}
