import { bundle } from './bundle.ts';

// `npm run build`: for a server that is installed once and started by a service manager with `node dist/main.js`.
await bundle();
