import type { CaseView } from '../../src/app/case-view.ts';
import type { Person } from './a-person.ts';

/** Ann says that Bob owes her $1,200. */
export const APPLICATION = {
  applicantType: 'individual',
  claimType: 'debt',
  incidentOn: '2026-01-15',
  whatHappened: 'Bob borrowed the price of a bicycle and did not give it back.',
  amount: 120_000,
  remedy: 'Pay back the loan.',
};

export interface SomeoneNamed {
  readonly name: string;
  readonly email?: string;
  readonly address?: string;
  readonly language?: string;
}

/** Opens a small claim and hands it in. */
export async function submitClaim(
  applicant: Person,
  parties: { readonly applicant: SomeoneNamed; readonly respondents: readonly SomeoneNamed[] },
): Promise<CaseView> {
  const opened = await applicant.post<CaseView>('/cases', {
    workflow: 'small-claims',
    parties: [
      { role: 'applicant', ...parties.applicant },
      ...parties.respondents.map((respondent) => ({ role: 'respondent', ...respondent })),
    ],
  });
  return applicant.act(opened.id, 'SUBMIT', APPLICATION);
}

/** A party's id by their name. */
export function partyNamed(theCase: CaseView, name: string): string {
  const found = theCase.parties.find((party) => party.name === name);
  if (!found) throw new Error(`${name} is not in the case`);
  return found.id;
}

/** The respondent has the notice, and answers it. */
export async function respond(respondent: Person, caseId: string, today: string): Promise<CaseView> {
  await respondent.act(caseId, 'CONFIRM_RECEIPT', { receivedOn: today });
  return respondent.act(caseId, 'FILE_RESPONSE', { position: 'disagree', reasons: 'It was a present.' });
}
