import { aComposedServer } from './a-composed-server.ts';
import { sendersOfNonsense } from './senders-of-nonsense.ts';

sendersOfNonsense('Node', aComposedServer);
