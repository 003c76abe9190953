import { actionPath } from '../case/action-path.ts';
import type { ActModel } from './act-model.ts';

type Place = Pick<ActModel, 'theCase' | 'event' | 'party'>;

/** Where the list of an action's questions is. */
export function taskListPath({ theCase, event, party }: Place): string {
  return actionPath(theCase.id, { event, ...(party ? { party } : {}) });
}

/** Where one page of them is asked; `toCheck`: whoever answers it goes back to all answers. */
export function questionPath(place: Place, page: string, { toCheck = false } = {}): string {
  return under(place, `questions/${encodeURIComponent(page)}`, toCheck ? { from: 'check' } : {});
}

/** Where all answers are looked at before they are sent. */
export function checkPath(place: Place): string {
  return under(place, 'check', {});
}

/** Where a link to go on later is asked for. */
export function laterPath(place: Place): string {
  return under(place, 'later', {});
}

function under({ theCase, event, party }: Place, path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams({ ...(party ? { party } : {}), ...query }).toString();
  return `${actionPath(theCase.id, { event })}/${path}${search ? `?${search}` : ''}`;
}
