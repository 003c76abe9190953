import { entriesOf } from '../../app/heads/entries-of.ts';
import { everyAudience } from '../../domain/access/every-audience.ts';
import { verifyRegistry } from '../../store/verify/verify-registry.ts';
import { dataFolder } from '../data-folder.ts';
import { tribunalsOf } from '../kept-tribunal.ts';
import type { Engine } from '../open-engine.ts';
import { replayJournal } from '../replay-journal.ts';
import type { CliCommand, CliInvocation } from './cli-command.ts';
import { verifyHeads } from './verify-heads.ts';
import { withRegistries } from './with-registries.ts';

export const verifyCommand: CliCommand = {
  name: 'verify',
  operands: ['heads…'],
  summary: 'Prove every registry: journals, chains, replay, rows and files',
  details:
    'Each journal is gapless and chained; deciding it again gives the stored case byte for byte, and the rows of every table; every file is there and has the hash it is named by. Given files of signed heads (see sign-heads), nothing that was written before them was changed or removed since. One problem a line. Works while the server runs.',
  run({ operands, dataFolder: path, print, remark }) {
    return withRegistries(path, async (registries) => {
      const engines = registries();
      const kept = { files: operands, keysFile: dataFolder(path).headKeys };
      const sources = engines.map(({ ports }) => entriesOf(ports.registry));
      const { heads, problems } = await verifyHeads(kept, sources, print);
      const found = { cases: 0, files: 0, problems };
      for (const engine of engines) {
        const records = verifyRecords(engine, print);
        const files = await verifyFiles(engine, print);
        found.cases += records.cases;
        found.files += files.files;
        found.problems += records.problems + files.problems;
      }
      const where = engines.length > 1 ? ` in ${engines.length} registries` : '';
      const against = operands.length > 0 ? `, against ${heads} signed heads` : '';
      remark(`verified ${found.cases} cases and ${found.files} files${where}${against}: ${found.problems} problems`);
      return found.problems > 0 ? 1 : 0;
    });
  },
};

type Print = CliInvocation['print'];

function verifyRecords({ ports, database }: Engine, print: Print): { cases: number; problems: number } {
  const tribunalAt = tribunalsOf(ports.registry);
  const verifying = verifyRegistry(database, (entries) => replayJournal(ports.processOf, tribunalAt, entries));
  let problems = 0;
  for (let step = verifying.next(); ; step = verifying.next()) {
    if (step.done) return { cases: step.value, problems };
    const { kind, caseId, detail } = step.value;
    print([kind, caseId || '-', detail].join('\t'), step.value);
    problems += 1;
  }
}

async function verifyFiles({ ports, blobs }: Engine, print: Print): Promise<{ files: number; problems: number }> {
  let [files, problems] = [0, 0];
  for (const { caseId, id, sha256 } of namedFiles(ports)) {
    const state = await blobs.verify(sha256);
    files += 1;
    if (state === 'intact') continue;
    problems += 1;
    const detail = `document ${id}: ${sha256}`;
    print([`file-${state}`, caseId, detail].join('\t'), { kind: `file-${state}`, caseId, detail });
  }
  return { files, problems };
}

const PAGE = 100;

function* namedFiles({ registry }: Engine['ports']) {
  for (let ids = registry.read((reads) => reads.caseIds('', PAGE)); ids.length > 0; ) {
    for (const caseId of ids) yield* filesOf(registry, caseId);
    const last = ids.at(-1) ?? '';
    ids = registry.read((reads) => reads.caseIds(last, PAGE));
  }
}

function* filesOf(registry: Engine['ports']['registry'], caseId: string) {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = registry.read((reads) => {
      const caseFile = reads.caseFile(caseId);
      return reads.part('documents', caseId, caseFile ? everyAudience(caseFile) : [], {
        limit: PAGE,
        cursor: cursor ?? undefined,
      });
    });
    for (const { id, sha256 } of page.items) if (sha256 !== null) yield { caseId, id, sha256 };
    cursor = page.next;
  }
}
