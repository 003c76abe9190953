import { writeWorkerParts } from '../../scripts/worker-parts.ts';

/** Once before the tests: what a Worker has in its bundle. */
export const setup = writeWorkerParts;
