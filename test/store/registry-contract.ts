import { describe } from 'vitest';
import type { Registry } from '../../src/app/ports/registry.ts';
import { keepsCases } from './contract/keeps-cases.ts';
import { keepsDrafts } from './contract/keeps-drafts.ts';
import { keepsIdentities } from './contract/keeps-identities.ts';
import { keepsTheTribunal } from './contract/keeps-the-tribunal.ts';
import { listsCases } from './contract/lists-cases.ts';
import { projectsFacts } from './contract/projects-facts.ts';
import { queuesEffects } from './contract/queues-effects.ts';
import { remembersTime } from './contract/remembers-time.ts';
import { showsParts } from './contract/shows-parts.ts';

/** Gives an empty registry; what it needs is cleaned up by whoever makes it. */
export type MakeRegistry = () => Registry | Promise<Registry>;

/** What a registry promises on every runtime. */
export function registryContract(runtime: string, makeRegistry: MakeRegistry): void {
  describe(`a registry on ${runtime}`, () => {
    keepsCases(makeRegistry);
    projectsFacts(makeRegistry);
    listsCases(makeRegistry);
    showsParts(makeRegistry);
    remembersTime(makeRegistry);
    queuesEffects(makeRegistry);
    keepsIdentities(makeRegistry);
    keepsTheTribunal(makeRegistry);
    keepsDrafts(makeRegistry);
  });
}
