import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { definitionSchema } from '../src/domain/definition/schema.ts';

const file = join(import.meta.dirname, '..', 'workflows', 'workflow.schema.json');
const generated = `${JSON.stringify(z.toJSONSchema(definitionSchema, { io: 'input', reused: 'ref' }), null, 2)}\n`;

// `npm run schema` writes the JSON schema that editors check definitions with; `--check` only says whether it is current.
if (!process.argv.includes('--check')) writeFileSync(file, generated);
else if (currentText() !== generated) {
  console.error('workflows/workflow.schema.json is not what the zod schema says; run `npm run schema` and commit it.');
  process.exitCode = 1;
}

function currentText(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
