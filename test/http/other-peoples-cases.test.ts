import { aComposedServer } from './a-composed-server.ts';
import { strangersToACase } from './strangers-to-a-case.ts';

strangersToACase('Node', aComposedServer, 10_000);
