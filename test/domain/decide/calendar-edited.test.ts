import { expect, it } from 'vitest';
import { definitionSchema } from '../../../src/domain/definition/schema.ts';
import { compileProcess } from '../../../src/domain/process/process.ts';
import { playStep, startPlay } from '../../../src/domain/rehearsal/simulate.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { calendar, processFor } from '../../a-process.ts';
import { caseOf, does, wasServed } from './a-play.ts';

const before = calendar('ca-bc');
/** The day on which Ben's fourteen days end, and the one on which four more would, are days off from 9 March on. */
const after = {
  ...before,
  version: 2,
  from: '2026-03-09',
  closures: [16, 20].map((day) => ({
    rule: 'fixed' as const,
    name: { en: 'A day off', fr: 'Jour chômé' },
    month: 3,
    day,
    source: 'A test.',
  })),
};
const { tribunal } = processFor();
const process = compileProcess(definitionSchema.parse(depositDispute), 1, {
  calendarAt: (_, at) => (at.slice(0, 10) < after.from ? before : after),
  tribunal,
});

it('a calendar that is edited in mid-case leaves running dates alone, and counts what is set from then on', () => {
  const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 } });
  for (const step of wasServed) playStep(play, step);
  const due = () => caseOf(play).deadlines.find(({ name }) => name === 'responseWindow');
  expect(due()).toMatchObject({ localDate: '2026-03-16', calendar: { version: 1 } });
  playStep(play, { advance: 'P8D' });
  expect(due()).toMatchObject({ localDate: '2026-03-16', calendar: { version: 1 } });
  const more = { deadline: 'responseWindow', days: 4, reason: 'She asked.' };
  expect(does(play, 'registrar', 'EXTEND_DEADLINE', more, 'respondent-1')).toBeUndefined();
  expect(due()).toMatchObject({ localDate: '2026-03-23', calendar: { version: 2 } });
});
