import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../src/runtime/data-folder.ts';
import { aFolder } from '../store/a-registry.ts';

it('says what to set where the data folder cannot be made', () => {
  const file = join(aFolder(), 'a-file');
  writeFileSync(file, '');
  expect(() => dataFolder(join(file, 'data'))).toThrow(
    /cannot be made .*; set PARLEY_DATA to a folder that can be written/,
  );
});
