import { describe, expect, it } from 'vitest';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import { replayDecisions } from '../../src/domain/replay/replay-decisions.ts';
import { EVERY_KIND } from './every-kind.ts';
import { fingerprint, type GoldenFile, type GoldenJournal, readGolden } from './golden-file.ts';
import { goldenProcesses } from './golden-processes.ts';
import type { ProcessOf } from './told-case.ts';

const revisions = Array.from({ length: ENGINE_REVISION }, (_, index) => index + 1);

describe.each(revisions)('what revision %i of the engine decided', (revision) => {
  const golden = readGolden(revision);

  it('was recorded', () => {
    expect(golden?.engine, `Nothing is recorded of revision ${revision}: run \`npm run golden\` and commit it.`).toBe(
      revision,
    );
    expect(golden?.journals.flatMap(({ entries }) => entries.map(({ engine }) => engine))).toSatisfy(
      (engines: number[]) => engines.every((engine) => engine === revision),
    );
  });

  it('has every kind of command in it, and of what can follow from one', () => {
    // A kind that is newer than this revision stands in the journals of a later one.
    if (revision < ENGINE_REVISION) return;
    const { journals } = golden as GoldenFile;
    const processOf = goldenProcesses(golden as GoldenFile);
    const decisions = journals.flatMap(({ entries }) => [...replayDecisions(processOf, entries)]);
    const commands = new Set(decisions.map(({ entry }) => entry.command.kind));
    const facts = new Set(decisions.flatMap((decision) => decision.facts.map(({ kind }) => kind)));
    expect(Object.keys(EVERY_KIND.commands).filter((kind) => !commands.has(kind as 'open'))).toEqual([]);
    expect(Object.keys(EVERY_KIND.facts).filter((kind) => !facts.has(kind as 'CaseClosed'))).toEqual([]);
  });

  it('is decided again to the same bytes, case files and facts', () => {
    const { journals } = golden as GoldenFile;
    const processOf = goldenProcesses(golden as GoldenFile);
    const wrong = journals.flatMap((journal) => differenceIn(journal, processOf) ?? []);
    expect(wrong, whatToDo(revision)).toEqual([]);
  });
});

/** The first entry that is decided otherwise, as a sentence. */
function differenceIn({ title, entries, became }: GoldenJournal, processOf: ProcessOf): string | undefined {
  let done = 0;
  try {
    for (const decision of replayDecisions(processOf, entries)) {
      if (fingerprint(decision) !== became[done]) return `${title}: entry ${done + 1} (${nameOf(entries[done])})`;
      done += 1;
    }
    return undefined;
  } catch (error) {
    return `${title}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function nameOf(entry: GoldenJournal['entries'][number] | undefined): string {
  return entry?.command.kind === 'event' ? entry.command.type : (entry?.command.kind ?? '');
}

function whatToDo(revision: number): string {
  return [
    `The engine decides otherwise than revision ${revision} did: \`parley verify\` would report cases decided under it.`,
    'If that was not meant, mend it. If it was:',
    '1. raise ENGINE_REVISION in src/domain/engine-revision.ts;',
    '2. let the new behaviour depend on it (`turn.engine >= N`), so that older entries are decided as they were;',
    '3. run `npm run golden`, and commit the new file beside the old ones.',
    'Never record an old revision again. CONTRIBUTING.md says more.',
  ].join('\n');
}
