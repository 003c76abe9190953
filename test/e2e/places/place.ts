import type { Page } from 'playwright-core';
import type { TribunalOnline } from '../../http/a-tribunal-online.ts';

export type Person = 'applicant' | 'respondent' | 'facilitator' | 'member' | 'registrar' | 'nobody';

/** Where somebody looks. */
export interface Place {
  readonly name: string;
  readonly as: Person;
  /** Where it is; or how to get there. */
  readonly at: string | ((page: Page, online: TribunalOnline) => Promise<void>);
}
