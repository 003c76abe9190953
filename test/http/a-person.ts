import { z } from 'zod';
import type { CaseView } from '../../src/app/case-view.ts';
import type { ActionView } from '../../src/app/queries/action-view.ts';
import type { Answer, Caller } from './a-caller.ts';

/** Someone who is signed in, and knows of the API what it says itself. */
export interface Person extends Caller {
  readonly id: string;
  readonly email: string;
  case(caseId: string): Promise<CaseView>;
  actions(caseId: string): Promise<readonly ActionView[]>;
  /** Finds what they can do among the actions, fills in its form, and does it; answers the case as it then is. */
  act(caseId: string, event: string, data?: object, party?: string): Promise<CaseView>;
  /** Tries it whatever the actions say. */
  attempt(caseId: string, event: string, data?: object, party?: string): Promise<Answer>;
  part<T>(caseId: string, part: string): Promise<readonly T[]>;
}

let requests = 0;

export function aPerson(caller: Caller, id: string, email: string): Person {
  const person: Person = {
    ...caller,
    id,
    email,
    case: (caseId) => caller.get(`/cases/${caseId}`),
    actions: (caseId) => caller.get(`/cases/${caseId}/actions`),
    async act(caseId, event, data = {}, party) {
      const offered = await person.actions(caseId);
      const action = offered.find((one) => one.event === event && (party === undefined || one.party === party));
      if (!action) throw new Error(`${email} is not offered ${event}, only ${offered.map((one) => one.event).join()}`);
      expectFits(action, data);
      const request = { type: event, data, ...(action.party ? { party: action.party } : {}) };
      requests += 1;
      return caller.post(`/cases/${caseId}/events`, request, { 'idempotency-key': `story-${requests}` });
    },
    attempt: (caseId, type, data = {}, party) =>
      caller.call('POST', `/api/v1/cases/${caseId}/events`, { json: { type, data, ...(party ? { party } : {}) } }),
    part: async <T>(caseId: string, part: string) => {
      const items: T[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
        const page: { items: T[]; next: string | null } = await caller.get(
          `/cases/${caseId}/${part}?limit=100${cursor}`,
        );
        items.push(...page.items);
        next = page.next;
      }
      return items;
    },
  };
  return person;
}

/** The form that an action shows must take what its event takes. */
function expectFits({ event, form }: ActionView, data: object): void {
  const read = z.fromJSONSchema(form as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data);
  if (!read.success)
    throw new Error(`the form of ${event} does not take ${JSON.stringify(data)}: ${read.error.message}`);
}
