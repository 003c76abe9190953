import type { Everywhere } from '../../app/ports/everywhere.ts';
import { deskOf } from '../../app/registries/desk-of.ts';
import { directoryOf } from '../../app/registries/directory.ts';
import { HOME } from '../../app/registry-of.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Engine } from '../open-engine.ts';
import type { CommitListener } from './observed-registry.ts';
import { type OtherRegistry, openOtherRegistry } from './open-other-registry.ts';
import { registryFile } from './registry-file.ts';

/** A tribunal's registries as they are open in this program. */
export interface AllRegistries {
  /** All but the home registry, in the order in which they were opened. One that an operator has opened since is among them. */
  others(): readonly OtherRegistry[];
  /** One of the others by its name. */
  find(id: string): OtherRegistry | undefined;
  /** All but this one. */
  everywhere(id: string): Everywhere;
  close(): Promise<void>;
}

interface Opening {
  readonly folder: Pick<DataFolder, 'registry' | 'registries'>;
  /** Told of a registry's commits. */
  readonly listenersOf?: (id: string) => readonly CommitListener[];
  /** Told of each that is opened: to let time run in it. */
  readonly opened?: (other: OtherRegistry) => void;
}

/**
 * Opens what the directory lists. It is read again only after another program has written to the home registry, which
 * every transaction sees: with one registry nothing is asked.
 */
export function allRegistries(home: Engine, { folder, listenersOf, opened }: Opening): AllRegistries {
  let open: readonly OtherRegistry[] = [];
  let isKnown = false;
  home.database.onStale(() => {
    isKnown = false;
  });
  const homeDesk = deskOf(HOME, home.ports);
  return {
    others: current,
    find: (id) => current().find((other) => other.id === id),
    everywhere: (id) => ({ others: () => desksBut(id) }),
    async close() {
      await Promise.all(open.map(({ database }) => database.close()));
    },
  };

  function current(): readonly OtherRegistry[] {
    if (isKnown) return open;
    const listed = home.ports.registry.read(directoryOf).filter(({ id }) => id !== HOME);
    open = listed.map(({ id }) => open.find((other) => other.id === id) ?? opening(id));
    isKnown = true;
    return open;
  }

  function opening(id: string): OtherRegistry {
    const other = openOtherRegistry(home, { id, file: registryFile(folder, id), listeners: listenersOf?.(id) ?? [] });
    opened?.(other);
    return other;
  }

  function desksBut(id: string) {
    const others = current();
    if (others.length === 0) return [];
    return [homeDesk, ...others.map(({ desk }) => desk)].filter((desk) => desk.id !== id);
  }
}
