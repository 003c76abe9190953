import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run gallery`: visits every page and state in Chromium at both widths, with axe, and lays the pictures side by side on
// one sheet, reports/gallery/index.html. Arguments go on to vitest: `-- -t negotiation` for some of the pages.

const FOLDER = 'reports/gallery';
const WIDTHS = [375, 1_280];

const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/e2e/every-page.test.ts', ...process.argv.slice(2)],
  { env: { ...process.env, REQUIRE_BROWSER: '1', SCREENSHOTS: FOLDER }, stdio: 'inherit' },
);
writeFileSync(join(FOLDER, 'index.html'), sheet(readdirSync(FOLDER)));
console.log(`Open ${join(FOLDER, 'index.html')}`);
process.exitCode = status ?? 1;

/** Each place once, as on a phone and as on a desk. */
function sheet(files: readonly string[]): string {
  const places = [...new Set(files.flatMap((file) => /^(.*)-\d+\.png$/.exec(file)?.[1] ?? []))].toSorted();
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery of pages</title>
<style>
  body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #eee; }
  section { display: grid; grid-template-columns: 200px 640px; gap: 1rem; align-items: start; margin-bottom: 2rem; }
  h2 { grid-column: 1 / -1; margin: 0; font-size: 1rem; }
  img { width: 100%; max-height: 900px; object-fit: cover; object-position: top; background: #fff; box-shadow: 0 1px 4px #0004; }
</style>
<h1>${places.length} places</h1>
${places.map((place) => `<section><h2 id="${place}">${place}</h2>${WIDTHS.map((width) => picture(place, width, files)).join('')}</section>`).join('\n')}
</html>
`;
}

function picture(place: string, width: number, files: readonly string[]): string {
  const file = `${place}-${width}.png`;
  return files.includes(file)
    ? `<a href="${file}"><img src="${file}" alt="${place} at ${width} pixels" loading="lazy"></a>`
    : `<p>Not at ${width} pixels</p>`;
}
