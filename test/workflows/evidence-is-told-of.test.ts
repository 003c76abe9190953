import { describe, expect, it } from 'vitest';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { processOf, shippedDefinition } from './shipped.ts';

const process = processOf(shippedDefinition('small-claims'));
const application = {
  applicantType: 'individual',
  claimType: 'debt',
  incidentOn: '2026-01-15',
  whatHappened: 'A loan was not repaid.',
  amount: 120_000,
  remedy: 'Pay.',
};

/** A claim against two, both of whom have answered. */
function answered(): Play {
  const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 2 } });
  act(play, 'applicant', 'SUBMIT', application);
  act(play, 'registrar', 'ISSUE_NOTICE');
  for (const as of ['respondent-1', 'respondent-2']) {
    act(play, as, 'CONFIRM_RECEIPT', { receivedOn: '2026-03-02' });
    act(play, as, 'FILE_RESPONSE', { position: 'disagree', reasons: 'I paid.' });
  }
  return play;
}

function act(play: Play, as: string, type: string, form: Record<string, unknown> = {}, party?: string): void {
  playStep(play, { as, do: type, form, ...(party ? { party } : {}) });
  expect(play.trace.findLast(({ by }) => by === as)?.refused, type).toBeUndefined();
}

/** Who was sent what since: `respondent-2: subject`. */
function toldSince(play: Play, already: number): string[] {
  return play.sent.slice(already).map(({ to, subject }) => `${to.party}: ${subject}`);
}

describe('evidence that one party of a small claim files', () => {
  it('is told of to every other, on the same side too, and not to who filed it', () => {
    const play = answered();
    const already = play.sent.length;
    act(play, 'respondent-1', 'ADD_EVIDENCE', { file: ['f1'], description: 'A receipt.' });
    expect(toldSince(play, already)).toEqual([
      'applicant-1: respondent-1 added or changed evidence',
      'respondent-2: respondent-1 added or changed evidence',
    ]);
    expect(play.sent.at(-1)?.body).toMatch(/number R-1\..*list of evidence.*no last day/s);
    expect(play.sent.at(-1)?.channels).toEqual(['portal', 'email']);
  });

  it('is told of once, however many files come on one day, and again on another', () => {
    const play = answered();
    const already = play.sent.length;
    for (const file of ['f1', 'f2', 'f3'])
      act(play, 'respondent-1', 'ADD_EVIDENCE', { file: [file], description: 'A photo.' });
    act(play, 'respondent-1', 'WITHDRAW_EVIDENCE', { exhibit: 'R-2' });
    expect(toldSince(play, already)).toHaveLength(2);
    playStep(play, { advance: 'P1D' });
    act(play, 'respondent-1', 'REPLACE_EVIDENCE', { exhibit: 'R-1', file: ['f4'] });
    expect(toldSince(play, already)).toHaveLength(4);
  });

  it('says by when to answer it, once there are dates', () => {
    const play = answered();
    act(play, 'applicant', 'ASK_FACILITATION');
    act(play, 'facilitator', 'END_FACILITATION');
    const dates = { applicantBy: '2026-04-02', respondentBy: '2026-04-20', finalBy: '2026-04-27' };
    act(play, 'registrar', 'SET_SUBMISSION_DATES', dates);
    act(play, 'applicant', 'ADD_EVIDENCE', { file: ['f1'], description: 'A photo.' });
    expect(play.sent.at(-1)?.body).toMatch(/number A-1\..*20 April 2026.*27 April 2026/s);
    act(play, 'applicant', 'FILE_SUBMISSION', { arguments: 'See A-2.', evidence: ['f2', 'f3'] });
    const wanted = play.sent.filter(({ notice }) => notice === 'reply-wanted');
    expect(wanted.map(({ body }) => body)).toEqual(Array(2).fill(expect.stringContaining('A-2, A-3')));
  });

  it('is told of to the other respondents too when the registry adds it from paper', () => {
    const play = answered();
    const already = play.sent.length;
    act(play, 'registrar', 'ADD_PAPER_EVIDENCE', { file: ['f1'], description: 'A letter.' }, 'respondent-2');
    expect(toldSince(play, already).map((told) => told.split(':')[0])).toEqual([
      'applicant-1',
      'respondent-1',
      'respondent-2',
    ]);
  });

  it('comes with a reply of one respondent, which the other is told of as well', () => {
    const play = answered();
    act(play, 'applicant', 'ASK_FACILITATION');
    act(play, 'facilitator', 'END_FACILITATION');
    const dates = { applicantBy: '2026-04-02', respondentBy: '2026-04-20', finalBy: '2026-04-27' };
    act(play, 'registrar', 'SET_SUBMISSION_DATES', dates);
    act(play, 'applicant', 'FILE_SUBMISSION', { arguments: 'Here is the contract.' });
    const already = play.sent.length;
    act(play, 'respondent-1', 'FILE_REPLY', { arguments: 'I paid in cash.', evidence: ['f1', 'f2'] });
    expect(toldSince(play, already)).toEqual([
      'applicant-1: respondent-1 filed a reply',
      'respondent-2: respondent-1 filed a reply',
    ]);
    expect(play.sent.at(-1)?.body).toContain('R-1, R-2');
  });

  it('is not sent to someone against whom the claim was dropped, as the others have heard', () => {
    const play = answered();
    const before = play.sent.length;
    act(play, 'applicant', 'RELEASE_RESPONDENT', { how: 'dropped' }, 'respondent-2');
    const heard = ['applicant-1', 'respondent-2', 'respondent-1'];
    expect(toldSince(play, before)).toEqual(heard.map((party) => `${party}: The claim against respondent-2 has ended`));
    const already = play.sent.length;
    act(play, 'applicant', 'ADD_EVIDENCE', { file: ['f1'], description: 'A photo.' });
    expect(toldSince(play, already)).toEqual(['respondent-1: applicant-1 added or changed evidence']);
  });
});
