import { expect, vi } from 'vitest';
import { operatorClient } from '../../src/runtime/remote/operator-client.ts';
import { aCaller } from '../http/a-caller.ts';
import { aPerson } from '../http/a-person.ts';
import type { ServerUnderTest } from '../http/server-under-test.ts';
import { aWorkerd, aWorkerdFolder } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

const OPERATOR_SECRET = 'an-operators-secret-'.repeat(2);

/** The Worker, whose operator lets people in. */
export async function aServedWorker(): Promise<ServerUnderTest> {
  const renderer = await aRenderService();
  const { folder, remove } = aWorkerdFolder();
  const variables = { PARLEY_MODE: 'demo', LOG_LEVEL: 'error', OPERATOR_SECRET, ...renderer.variables };
  const { origin, output, kill } = await aWorkerd({ folder, variables });
  const operator = operatorClient(origin, OPERATOR_SECRET);
  return {
    origin,
    get errors() {
      return output()
        .split('\n')
        .filter((line) => line.includes('"level":"error"'));
    },
    async signIn(name, roles = []) {
      const email = `${name.toLowerCase()}@people.example`;
      await operator.post('/roles', { email, roles });
      const { token } = await operator.post<{ token: string }>('/token', { email });
      const me = await aCaller(origin, token).get<{ user: { id: string } }>('/me');
      return aPerson(aCaller(origin, token), me.user.id, email);
    },
    async settle() {
      const scrape = () => aCaller(origin, OPERATOR_SECRET).call('GET', '/metrics');
      await vi.waitFor(async () => expect((await scrape()).text).toMatch(/^parley_outbox_depth 0$/m), SOON);
    },
    async stop() {
      await kill();
      await renderer.close();
      remove();
    },
  };
}

const SOON = { timeout: 15_000, interval: 50 };
