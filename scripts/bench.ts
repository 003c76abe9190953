import { bundle } from './bundle.ts';

// `npm run bench`: measured as it runs in production, from one bundle. Arguments (`--smoke`) reach bench/main.ts.
await bundle({ bench: 'bench/main.ts', main: 'src/runtime/main.ts' });
await import(new URL('../dist/bench.js', import.meta.url).href);
