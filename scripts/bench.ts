import { bundle } from './bundle.ts';

// `npm run bench`: measured as it runs in production, from one bundle. Arguments reach it: `--smoke`; `--pages` for the pages alone.
const entry = process.argv.includes('--pages') ? 'bench/pages-alone.ts' : 'bench/main.ts';
await bundle({ bench: entry, main: 'src/runtime/main.ts' });
await import(new URL('../dist/bench.js', import.meta.url).href);
