import { sendersOfNonsense } from '../http/senders-of-nonsense.ts';
import { aServedWorker } from './a-served-worker.ts';

sendersOfNonsense('workerd', aServedWorker, 100);
