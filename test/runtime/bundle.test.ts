import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { projectRoot } from '../../src/runtime/project-root.ts';

it('a program is bundled while somebody else, who bundles too, takes away what they wrote for a moment', async () => {
  const dist = join(projectRoot(), 'dist');
  const gone = join(dist, `part-gone.js.${process.pid}`);
  mkdirSync(dist, { recursive: true });
  symlinkSync('nowhere', gone);
  onTestFinished(() => rmSync(gone, { force: true }));
  await expect(bundle()).resolves.toBeUndefined();
});
