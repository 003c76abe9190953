import { existsSync } from 'node:fs';
import type { Desk } from '../../app/ports/everywhere.ts';
import type { Home } from '../../app/ports/home.ts';
import { deskOf } from '../../app/registries/desk-of.ts';
import { homeOf } from '../../app/registries/home-of.ts';
import { type SharedCopy, sharedCopy } from '../../app/registries/shared-copy.ts';
import { enginePorts } from '../engine-ports.ts';
import type { Engine } from '../open-engine.ts';
import { type CommitListener, observedRegistry } from './observed-registry.ts';
import { openRegistryFile } from './open-registry-file.ts';

/** A registry that is not home, in the same program. */
export interface OtherRegistry extends Engine {
  readonly id: string;
  readonly home: Home;
  readonly copy: SharedCopy;
  readonly desk: Desk;
}

/**
 * Opens another registry of the tribunal beside the home registry: by the same clock, with the same files, and with the
 * workflow versions that are compiled already.
 *
 * @throws when its database is missing
 */
export function openOtherRegistry(
  engine: Engine,
  {
    id,
    file,
    listeners = [],
  }: { readonly id: string; readonly file: string; readonly listeners?: readonly CommitListener[] },
): OtherRegistry {
  if (!existsSync(file)) throw new Error(`The registry ${id} is missing: restore ${file} from a backup`);
  const { registry: bare, database } = openRegistryFile(file, { id });
  const { clock, wallClock, tribunal, processOf, definitionOf, calendarAt } = engine.ports;
  const registry = observedRegistry(bare, listeners);
  const ports = {
    ...enginePorts({ registry, clock, blobs: engine.blobs, tribunal }),
    processOf,
    definitionOf,
    calendarAt,
  };
  const home = homeOf(engine.ports);
  const copy = sharedCopy(registry, home, wallClock);
  return { id, ports, database, blobs: engine.blobs, home, copy, desk: deskOf(id, ports, copy) };
}
