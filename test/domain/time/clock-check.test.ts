import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkTimeZoneData } from '../../../src/domain/time/clock-check.ts';

describe('start-up', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('goes on where the time-zone data knows that British Columbia keeps UTC−7', () => {
    expect(checkTimeZoneData()).toBeUndefined();
  });

  it('refuses where the data is older, and says what to do', () => {
    const refusal = checkTimeZoneData(() => '2026-12-25T00:30:00Z');
    expect(refusal).toMatch(/out of date.*2026-12-25T00:30:00Z.*Run Parley with the Node that `npm ci` installs/);
  });

  it('refuses where the runtime has no Temporal', () => {
    vi.stubGlobal('Temporal', undefined);
    expect(checkTimeZoneData()).toMatch(/no Temporal.*Run Parley with/);
  });
});
