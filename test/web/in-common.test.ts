import { describe, expect, it } from 'vitest';
import { inCommon } from '../../src/web/in-common.ts';
import { aWeb } from './a-web.ts';

describe('someone who asks too often', () => {
  it('has one allowance in all registries of a program', async () => {
    const few = { burst: 3, perSecond: 0.001 };
    const rateLimits = { user: few, address: few, signIn: few, rehearsal: few, upload: few };
    const ports = { inCommon: inCommon() };
    const [one, other] = [await aWeb({ rateLimits, ports }), await aWeb({ rateLimits, ports })];
    const asked = [one, other, one, other, one].map((web) => web.as('ada', 'GET', '/api/v1/me'));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
  });
});
