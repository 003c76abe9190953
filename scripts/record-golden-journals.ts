import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGINE_REVISION } from '../src/domain/engine-revision.ts';
import { goldenCalendars, goldenDefinitions } from '../test/golden/golden-definitions.ts';
import { fingerprint, goldenFile, packGolden } from '../test/golden/golden-file.ts';
import { goldenProcesses } from '../test/golden/golden-processes.ts';
import { goldenStories } from '../test/golden/golden-stories.ts';

// `npm run golden` records what this revision of the engine decides, once: later programs must decide the same again.
const file = goldenFile(ENGINE_REVISION);
const path = fileURLToPath(file);
if (existsSync(file)) {
  console.error(
    `${path} is there already. What a revision decided is recorded once and never again: raise ENGINE_REVISION (src/domain/engine-revision.ts) when the engine decides otherwise.`,
  );
  process.exitCode = 1;
} else {
  const text = { en: 'Test Tribunal', fr: 'Tribunal d’essai' };
  const tribunal = { name: text, address: text, contact: 'help@tribunal.example', origin: 'https://tribunal.example' };
  const known = { engine: ENGINE_REVISION, tribunal, calendars: goldenCalendars(), definitions: goldenDefinitions() };
  const journals = [...goldenStories(goldenProcesses(known))].map(({ title, decisions }) => ({
    title,
    entries: decisions.map(({ entry }) => entry),
    became: decisions.map(fingerprint),
  }));
  const packed = packGolden({ ...known, journals });
  writeFileSync(file, packed);
  const entries = journals.reduce((sum, { became }) => sum + became.length, 0);
  console.log(`${path}: ${journals.length} journals, ${entries} entries, ${packed.length} bytes`);
}
