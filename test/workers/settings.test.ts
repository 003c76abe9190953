import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { aWorkerd, aWorkerdFolder, type Workerd } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function started(variables: Readonly<Record<string, unknown>>): Promise<Workerd> {
  const { folder, remove } = aWorkerdFolder();
  undo.push(remove);
  const workerd = await aWorkerd({ folder, variables: { LOG_LEVEL: 'silent', ...variables } });
  undo.push(workerd.kill);
  return workerd;
}

describe('a Worker', () => {
  it('that lacks settings answers nobody, and says what to set', async () => {
    const { origin } = await started({});
    const answer = await fetch(`${origin}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch(
      /^Parley did not start. PARLEY_TRIBUNALS names no tribunal.*\nParley did not start. RENDER_URL is missing/,
    );
  });

  it('serves several tribunals, each under its own host, and nothing under another', async () => {
    const renderer = await aRenderService();
    undo.push(renderer.close);
    const named = (name: string, origin: string) => ({
      origin,
      name: { en: name },
      contact: 'registry@people.example',
    });
    const { origin } = await started({
      PARLEY_TRIBUNALS: { east: named('East', 'http://localhost'), west: named('West', 'http://127.0.0.1') },
      ...renderer.variables,
    });
    const statuses = await Promise.all(['localhost', '127.0.0.1', 'other.example'].map((host) => asked(origin, host)));
    expect(statuses).toEqual([200, 200, 404]);
  });
});

/** The status of `/readyz` under a host name. */
function asked(origin: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${origin}/readyz`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
