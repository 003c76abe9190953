import type { ActionView } from '../../../app/queries/action-view.ts';

/** Where an action is done: its form. */
export function actionPath(caseId: string, { event, party }: Pick<ActionView, 'event' | 'party'>): string {
  const path = `/cases/${encodeURIComponent(caseId)}/act/${encodeURIComponent(event)}`;
  return party ? `${path}?party=${encodeURIComponent(party)}` : path;
}
