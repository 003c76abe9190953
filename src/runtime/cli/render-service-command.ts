import { once } from 'node:events';
import { renderService } from '../render-service.ts';
import { listen } from '../server/listen.ts';
import { readPort } from '../settings/read-port.ts';
import { readSecret } from '../settings/read-secret.ts';
import type { CliCommand } from './cli-command.ts';

const REQUEST_GRACE_MS = 5_000;

export const renderServiceCommand: CliCommand = {
  name: 'render-service',
  operands: [],
  summary: 'Serve documents as PDF to a Worker, which cannot make them itself',
  details:
    'Listens on PORT (and HOST) for whoever bears RENDER_SECRET, and keeps nothing: any number may run, on any machine. Runs until it is stopped.',
  async run({ print }) {
    const secret = readSecret('RENDER_SECRET', process.env.RENDER_SECRET);
    if (secret === undefined) throw new Error('RENDER_SECRET is missing; set it as `openssl rand -hex 32` prints one');
    const listening = await listen(readPort(process.env.PORT), process.env.HOST || undefined);
    listening.answerWith(renderService(secret));
    print(`The render service listens on port ${listening.port}.`, { port: listening.port });
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await listening.close(REQUEST_GRACE_MS);
    return 0;
  },
};
