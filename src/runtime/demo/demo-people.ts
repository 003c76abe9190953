import type { MembershipRole } from '../../domain/viewer.ts';
import type { DemoPerson } from '../../web/demo-ports.ts';

/** Someone of the demonstration that a visitor can be, with one click. */
export interface DemoUser extends DemoPerson {
  readonly language: string;
  readonly roles: readonly MembershipRole[];
}

/** In the order in which they are shown. */
export const DEMO_PEOPLE: readonly DemoUser[] = [
  { email: 'applicant@demo.example', name: 'Amira Haddad', part: 'applicant', language: 'en', roles: [] },
  { email: 'respondent@demo.example', name: 'Tom Whitfield', part: 'respondent', language: 'en', roles: [] },
  {
    email: 'facilitator@demo.example',
    name: 'Léa Fontaine',
    part: 'facilitator',
    language: 'en',
    roles: ['facilitator'],
  },
  { email: 'member@demo.example', name: 'Daniel Okonkwo', part: 'member', language: 'en', roles: ['member'] },
  { email: 'registrar@demo.example', name: 'Grace Tanaka', part: 'registrar', language: 'en', roles: ['registrar'] },
  { email: 'admin@demo.example', name: 'Priya Raman', part: 'admin', language: 'en', roles: ['admin'] },
  { email: 'admin2@demo.example', name: 'Marcus Bell', part: 'admin', language: 'en', roles: ['admin'] },
];
