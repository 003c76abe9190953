import { aComposedServer } from './a-composed-server.ts';
import { sendersOfNonsense } from './senders-of-nonsense.ts';

/** `FUZZ_RUNS=20000` for a long run. */
sendersOfNonsense('Node', aComposedServer, Number(process.env.FUZZ_RUNS ?? 300));
