import { bundle } from './bundle.ts';

// `npm start`: the demonstration tribunal, unless the environment asks for something else.
process.env.PARLEY_MODE ??= 'demo';
process.setSourceMapsEnabled(true);
await bundle();
await import(new URL('../dist/main.js', import.meta.url).href);
