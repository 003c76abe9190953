import type { Desk, Everywhere } from '../../app/ports/everywhere.ts';
import type { Registry } from '../../app/ports/registry.ts';
import { directoryOf } from '../../app/registries/directory.ts';
import { deskElsewhere } from './registry-calls.ts';
import type { RegistryStub } from './registry-stub.ts';

/** All registries that this one knows of, but itself. */
export function otherDesks({ id: own, read }: Registry, stubOf: (id: string) => RegistryStub): Everywhere {
  const desks = new Map<string, Desk>();
  const deskFor = (id: string) => {
    const desk = desks.get(id) ?? deskElsewhere(id, stubOf(id));
    desks.set(id, desk);
    return desk;
  };
  return {
    others: () =>
      read(directoryOf)
        .filter(({ id }) => id !== own)
        .map(({ id }) => deskFor(id)),
  };
}
