import { expect, it } from 'vitest';
import { runDueDeadlines } from '../../src/app/run-due-deadlines.ts';
import { CalendarMissing } from '../../src/domain/process/calendar-missing.ts';
import { dataFolder } from '../../src/runtime/data-folder.ts';
import { addCalendars } from '../../src/runtime/kept-calendars.ts';
import { openEngine } from '../../src/runtime/open-engine.ts';
import { createLogger } from '../../src/runtime/server/logger.ts';
import { startServer } from '../../src/runtime/server/start-server.ts';
import { readSettings } from '../../src/runtime/settings/read-settings.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { calendar } from '../a-process.ts';
import { afterwards, CASE, STORY } from '../app/a-dispute.ts';
import { aFolder } from '../store/a-registry.ts';
import { aWeb } from '../web/a-web.ts';

const SENTENCE =
  'workflow deposit v1 counts by the calendar ca-nu, which is missing; put calendars/ca-nu.json back and start again';
const inNunavut = { ...depositDispute, id: 'deposit', calendar: 'ca-nu' };

/** A data folder whose tribunal once had a calendar that is not there any more. */
async function aFolderWithoutCalendar() {
  const path = aFolder();
  const engine = await openEngine({ path, origin: 'https://tribunal.example' });
  const at = engine.ports.clock.now();
  const row = { id: 'deposit', version: 1, sha256: 'x', json: JSON.stringify(inNunavut), publishedBy: 'nora' };
  await engine.ports.registry.commit((tx) =>
    tx.insertVersion({ ...row, publishedAt: at, approvedBy: null, opensFrom: at }),
  );
  return { path, ...engine };
}

it('a tribunal that lacks a calendar of a published process is not served, and its operator hears what to put back', async () => {
  const { path, database } = await aFolderWithoutCalendar();
  await database.close();
  const read = readSettings({
    PARLEY_MODE: 'production',
    PARLEY_ORIGIN: 'https://tribunal.example',
    PARLEY_DATA: path,
  });
  if (!read.ok) throw new Error(read.problems.join());
  const start = startServer({ ...read.settings, port: 0 }, createLogger('silent', 'production'));
  await expect(start).rejects.toThrow(SENTENCE);
  expect(dataFolder(path).registry).toContain(path);
});

it('a process without its calendar can be read and not run, until the calendar is back', async () => {
  const { ports, database } = await aFolderWithoutCalendar();
  const workflow = { id: 'deposit', version: 1 };
  expect(ports.definitionOf(workflow).calendar).toBe('ca-nu');
  for (let n = 0; n < 2; n += 1)
    expect(() => ports.processOf(workflow)).toThrow(new CalendarMissing('ca-nu', workflow));
  await ports.registry.commit((tx) => addCalendars(tx, [{ ...calendar('ca-bc'), id: 'ca-nu' }], ports.clock.now()));
  expect(ports.processOf(workflow).definition.calendar).toBe('ca-nu');
  await database.close();
});

const gone = (): never => {
  throw new CalendarMissing('ca-bc', { id: 'deposit', version: 1 });
};

it('who does something meanwhile hears that nothing was changed, and what is to be done; the operator reads of which process', async () => {
  const web = await aWeb({ ports: { processOf: gone } });
  const before = web.tribunal.caseFile(CASE);
  const answer = await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, { json: { type: 'WITHDRAW' } });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await answer.json()).toMatchObject({ reason: 'CalendarMissing', facts: { calendar: 'ca-bc' } });
  expect(web.tribunal.caseFile(CASE)).toEqual(before);
  expect(String(web.errors[0])).toContain('workflow deposit v1 counts by the calendar ca-bc');
});

it('what falls due meanwhile happens once the calendar is back', async () => {
  const tribunal = await afterwards(STORY.negotiation.slice(0, 6));
  tribunal.clock.advance({ days: 365 });
  const reported: unknown[] = [];
  const due = () => tribunal.registry.read((reads) => reads.due(tribunal.clock.now(), 10)).length;
  const waiting = due();
  expect(waiting).toBeGreaterThan(0);
  expect(await runDueDeadlines({ ...tribunal, processOf: gone }, 10, (error) => reported.push(error))).toBe(0);
  expect([due(), reported.length]).toEqual([waiting, 1]);
  expect(await runDueDeadlines(tribunal)).toBeGreaterThan(0);
});
