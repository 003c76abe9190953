import { strangersToACase } from '../http/strangers-to-a-case.ts';
import { aServedWorker } from './a-served-worker.ts';

strangersToACase('workerd', aServedWorker, 300);
