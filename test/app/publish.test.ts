import { beforeEach, describe, expect, it } from 'vitest';
import { listWorkflows } from '../../src/app/workflows/list-workflows.ts';
import { publishDraft } from '../../src/app/workflows/publish-draft.ts';
import { checkDraft, readDraft } from '../../src/app/workflows/read-draft.ts';
import { listVersions, readWorkflow, readWorkflowVersion } from '../../src/app/workflows/read-workflow.ts';
import { saveDraft } from '../../src/app/workflows/save-draft.ts';
import type { Checked, WorkflowPorts } from '../../src/app/workflows/workflow-ports.ts';
import { definitionSchema } from '../../src/domain/definition/schema.ts';
import { runScenario } from '../../src/domain/rehearsal/run-scenario.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aTribunal, ids, someone, type TestTribunal } from './a-tribunal.ts';

const nora = someone('nora', 'admin');
const omar = someone('omar', 'admin');
const OUTSIDERS = [
  { kind: 'stranger' },
  someone('ada'),
  someone('rita', 'registrar'),
  someone('mia', 'member'),
] as const;

let tribunal: TestTribunal;
let ports: WorkflowPorts;
beforeEach(async () => {
  tribunal = await aTribunal([nora, omar]);
  ports = { registry: tribunal.registry, clock: tribunal.clock, ids, check, runScenarios };
});

function definitionOf({ id, version }: { id: string; version: number }) {
  const row = tribunal.registry.read((reads) => reads.workflowVersion(id, version));
  return definitionSchema.parse(JSON.parse(row?.json ?? ''));
}

function check(text: string): Checked {
  const read = definitionSchema.safeParse(JSON.parse(text));
  if (read.success) return { problems: [], definition: read.data };
  return {
    problems: [{ severity: 'error', code: 'unknown-key', path: '', message: 'It is wrong.', fix: 'Mend it.' } as never],
    definition: undefined,
  };
}

function runScenarios(definition: Parameters<WorkflowPorts['runScenarios']>[0]) {
  const process = processFor(definition);
  return definition.scenarios.map((scenario) => runScenario(process, scenario));
}

const SCENARIO = { name: 'a claim is submitted', start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 } };
const submits = { as: 'applicant', do: 'SUBMIT', form: { amount: 100_000, what: 'He kept it.' } };
const passing = { ...SCENARIO, steps: [submits, { expect: { state: 'intake.review' } }] };
const failing = { ...SCENARIO, steps: [submits, { expect: { state: 'closed' } }] };

const draft = (title: string, more: object = {}) =>
  JSON.stringify({ ...depositDispute, title: { en: title, fr: title }, scenarios: [passing], ...more });
const save = (text: string, viewer = nora) => saveDraft(ports, viewer, 'deposit', text);
const publish = (viewer = nora, wanted = {}) => publishDraft(ports, viewer, 'deposit', wanted);

describe('a draft', () => {
  it('is kept with its problems: it is work in progress', async () => {
    const saved = await save(JSON.stringify({ ...depositDispute, colour: 'red' }));
    expect(saved).toMatchObject({
      kind: 'saved',
      draft: { savedBy: 'nora', proposal: null },
      problems: [{ severity: 'error' }],
    });
    expect(checkDraft(ports, omar, 'deposit')).toHaveLength(1);
    expect(readDraft(ports, omar, 'deposit')?.json).toContain('"colour":"red"');
  });

  it('is of the workflow that it names', async () => {
    expect(await saveDraft(ports, nora, 'small-claims', draft('x'))).toMatchObject({
      kind: 'refused',
      reason: 'OtherWorkflow',
    });
    expect(await save(JSON.stringify({ id: 7 }))).toMatchObject({ kind: 'refused', reason: 'NotADefinition' });
    expect(readDraft(ports, nora, 'deposit')).toBeUndefined();
  });

  it('is for administrators', async () => {
    await save(draft('New'));
    for (const viewer of OUTSIDERS) {
      expect(await saveDraft(ports, viewer, 'deposit', draft('x'))).toBeUndefined();
      expect(readDraft(ports, viewer, 'deposit')).toBeUndefined();
      expect(checkDraft(ports, viewer, 'deposit')).toBeUndefined();
      expect(await publishDraft(ports, viewer, 'deposit', {})).toBeUndefined();
      expect(listVersions(ports, viewer, 'deposit')).toBeUndefined();
    }
    expect(readDraft(ports, omar, 'deposit')?.json).toContain('New');
  });
});

describe('publishing', () => {
  it('takes the word of two administrators', async () => {
    await save(draft('Second'));
    expect(await publish(nora)).toMatchObject({ kind: 'proposed', missing: ['approval'] });
    expect(readWorkflow(ports, 'deposit')).toMatchObject({ version: 1 });
    expect(await publish(omar)).toMatchObject({ kind: 'published', version: 2 });
    expect(readWorkflow(ports, 'deposit')).toMatchObject({ version: 2, definition: { title: { en: 'Second' } } });
    expect(listVersions(ports, nora, 'deposit')).toMatchObject([
      { version: 2, publishedBy: 'NORA', approvedBy: 'OMAR' },
      { version: 1, approvedBy: null },
    ]);
    expect(readDraft(ports, nora, 'deposit')).toBeUndefined();
    expect(await publish(omar)).toBeUndefined();
  });

  it('does not take the same word twice', async () => {
    await save(draft('Second'), omar);
    await publish(nora);
    expect(await publish(nora)).toEqual({ kind: 'refused', reason: 'SamePerson' });
    expect(await publish(nora)).toEqual({ kind: 'refused', reason: 'SamePerson' });
    expect(readWorkflow(ports, 'deposit')).toMatchObject({ version: 1 });
  });

  it('starts anew when the draft was changed after the first word', async () => {
    await save(draft('Second'));
    await publish(nora);
    await save(draft('Third'), omar);
    expect(readDraft(ports, nora, 'deposit')?.proposal).toBeNull();
    expect(await publish(omar)).toMatchObject({ kind: 'proposed' });
    expect(await publish(nora)).toMatchObject({ kind: 'published', version: 2 });
    expect(readWorkflow(ports, 'deposit')?.definition.title).toEqual({ en: 'Third', fr: 'Third' });
  });

  it('refuses the word of someone who read another draft', async () => {
    await save(draft('Second'));
    const read = readDraft(ports, omar, 'deposit')?.sha256;
    await save(draft('Third'));
    await publish(nora);
    expect(await publish(omar, { sha256: read })).toMatchObject({ kind: 'refused', reason: 'DraftChanged' });
    expect(await publish(omar, { sha256: readDraft(ports, omar, 'deposit')?.sha256 })).toMatchObject({
      kind: 'published',
    });
  });

  it('publishes nothing that was changed while it was being checked', async () => {
    await save(draft('Second'));
    await publish(nora);
    const meddling: WorkflowPorts = {
      ...ports,
      runScenarios: (definition) => {
        const json = draft('Third');
        void tribunal.registry.commit((tx) =>
          tx.putDraft({
            id: 'deposit',
            json,
            sha256: ids.hash(json),
            savedBy: 'nora',
            savedAt: tribunal.clock.now(),
            proposal: null,
          }),
        );
        return runScenarios(definition);
      },
    };
    expect(await publishDraft(meddling, omar, 'deposit', {})).toMatchObject({
      kind: 'refused',
      reason: 'DraftChanged',
    });
    expect(readWorkflow(ports, 'deposit')).toMatchObject({ version: 1 });
  });

  it('refuses a draft with errors, and one whose scenarios fail, to both', async () => {
    await save(JSON.stringify({ ...depositDispute, colour: 'red' }));
    expect(await publish()).toMatchObject({ kind: 'refused', reason: 'HasErrors', problems: [{ severity: 'error' }] });
    await save(draft('Second', { scenarios: [passing, { ...failing, name: 'it closes at once' }] }));
    const answer = await publish();
    expect(answer).toMatchObject({ kind: 'refused', reason: 'ScenariosFail', failed: [{ name: 'it closes at once' }] });
    expect(readDraft(ports, nora, 'deposit')?.proposal).toBeNull();
  });

  it('lets two who approve at once publish one version', async () => {
    await tribunal.registry.commit((tx) => {
      tx.insertUser(
        { id: 'pia', email: 'pia@example.org', name: 'PIA', language: 'en', roles: ['admin'] },
        tribunal.clock.now(),
      );
    });
    await save(draft('Second'));
    await publish(nora);
    const answers = await Promise.all([publish(omar), publish(someone('pia', 'admin'))]);
    expect(answers.map((answer) => answer?.kind).toSorted()).toEqual(['published', 'refused']);
    expect(listVersions(ports, nora, 'deposit')).toHaveLength(2);
  });

  it('opens a version to new cases from its date', async () => {
    await save(draft('Second'));
    await publish(nora, { opensFrom: '2026-04-01T00:00:00-07:00' });
    expect(await publish(omar, { opensFrom: '2026-05-01T07:00:00Z' })).toMatchObject({
      kind: 'refused',
      reason: 'OtherDate',
    });
    const published = await publish(omar, { opensFrom: '2026-04-01T07:00:00Z' });
    expect(published).toMatchObject({ kind: 'published', version: 2, opensFrom: '2026-04-01T07:00:00.000Z' });
    expect(listWorkflows({ ...ports, definitionOf })).toMatchObject([{ id: 'deposit', version: 1 }]);
    expect(readWorkflowVersion(ports, 'deposit', 2)).toMatchObject({ version: 2 });
    tribunal.clock.advance({ days: 31 });
    expect(listWorkflows({ ...ports, definitionOf })).toMatchObject([{ id: 'deposit', version: 2 }]);
  });

  it('opens none in the past', async () => {
    await save(draft('Second'));
    await publish(nora, { opensFrom: '2020-01-01T00:00:00Z' });
    tribunal.clock.advance({ days: 1 });
    expect(await publish(omar)).toMatchObject({ opensFrom: tribunal.clock.now() });
  });

  it('never changes what was published', async () => {
    const first = readWorkflowVersion(ports, 'deposit', 1);
    await save(draft('Second'));
    await publish(nora);
    await publish(omar);
    expect(readWorkflowVersion(ports, 'deposit', 1)).toEqual(first);
    expect(readWorkflowVersion(ports, 'deposit', 3)).toBeUndefined();
    expect(readWorkflow(ports, 'unknown')).toBeUndefined();
  });
});
