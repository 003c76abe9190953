import type { CaseFile } from '../../src/domain/case-file.ts';
import { simulate } from '../../src/domain/rehearsal/simulate.ts';
import { processFor } from '../a-process.ts';

/** A deposit dispute that has just been submitted, with two respondents. */
export function aCase(): CaseFile {
  const { theCase } = simulate(processFor(), {
    start: '2026-03-02T09:00',
    parties: { applicant: 1, respondent: 2 },
    steps: [{ as: 'applicant', do: 'SUBMIT', form: { amount: 120_000, what: 'He kept it.' } }],
  });
  if (!theCase) throw new Error('the case was not opened');
  return theCase;
}
