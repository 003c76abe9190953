import { writeWorkerParts } from './worker-parts.ts';

// The build step of wrangler.toml.
await writeWorkerParts();
