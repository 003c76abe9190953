import { directoryOf } from '../../app/registries/directory.ts';
import type { DemoPorts } from '../../web/demo-ports.ts';
import { type DemoMeans, demoPorts } from '../demo/demo-ports.ts';
import type { RegistryStub } from './registry-stub.ts';

/** A demonstration whose registries are objects, each with a clock of its own: home's leads. */
export interface ObjectDemo {
  readonly ports: DemoPorts;
  /** Lets time pass here alone; answers how much happened. */
  advanceTo(instant: string): Promise<number>;
}

export function objectDemo(means: DemoMeans, stubOf: (id: string) => RegistryStub): ObjectDemo {
  const own = demoPorts(means);
  const { registry } = means.ports;
  return {
    ports: {
      ...own,
      async advanceClock(duration) {
        const turned = await own.advanceClock(duration);
        const others = registry.read(directoryOf).filter(({ id }) => id !== registry.id);
        const ran = await Promise.all(others.map(({ id }) => stubOf(id).advanceTo(turned.now)));
        return { now: turned.now, ran: ran.reduce((sum, one) => sum + one, turned.ran) };
      },
    },
    async advanceTo(instant) {
      const behindMs = Date.parse(instant) - Date.parse(means.clock.now());
      return behindMs > 0 ? (await own.advanceClock(`PT${behindMs / 1_000}S`)).ran : 0;
    },
  };
}
