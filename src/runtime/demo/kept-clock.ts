import type { Registry } from '../../app/ports/registry.ts';
import { type TurnedClock, turnedClock } from '../turned-clock.ts';

const SETTING = 'demo.clockAheadMs';

/** The demonstration's clock, where its last turn left it: a restart does not take people back in time. */
export function keptClock(registry: Registry): TurnedClock {
  const ahead = registry.read((reads) => reads.setting(SETTING));
  return turnedClock(typeof ahead === 'number' ? ahead : 0);
}

/** Turns the clock, on disk first. */
export async function turnKeptClock(registry: Registry, clock: TurnedClock, instant: string): Promise<void> {
  const ahead = Math.max(clock.aheadMs, Date.parse(instant) - Date.now());
  await registry.commit((tx) => tx.putSetting(SETTING, ahead));
  clock.turnTo(instant);
}
