import './ensure-temporal.ts';
import { DurableObject } from 'cloudflare:workers';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { consoleLog } from './worker/console-log.ts';
import { type RunningRegistry, runRegistry } from './worker/run-registry.ts';
import type { WorkerEnvironment } from './worker/worker-environment.ts';
import { readWorkerSettings } from './worker/worker-settings.ts';

/** How long an object that cannot be opened waits before it is tried again. */
const TRY_AGAIN_MS = 60_000;

/** One registry: its database, the program over it, and the alarm that wakes it when something is due. */
export class RegistryObject extends DurableObject<WorkerEnvironment> {
  #running: RunningRegistry | undefined;

  constructor(ctx: DurableObjectState, env: WorkerEnvironment) {
    super(ctx, env);
    // Nothing reaches the object before it is at the newest schema.
    void ctx.blockConcurrencyWhile(() => this.#open().then(() => {}, this.#report));
  }

  async fetch(request: Request): Promise<Response> {
    try {
      return await (await this.#open()).fetch(request);
    } catch (error) {
      this.#report(error);
      return notOpen();
    }
  }

  /** An alarm that throws seven times is never called again: this one does not throw. */
  async alarm(): Promise<void> {
    try {
      await (await this.#open()).ring();
    } catch (error) {
      this.#report(error);
      await this.ctx.storage.setAlarm(Date.now() + TRY_AGAIN_MS);
    }
  }

  /** Sets the alarm again where it was lost. */
  async lookAround(): Promise<void> {
    (await this.#open()).lookAround();
  }

  async #open(): Promise<RunningRegistry> {
    this.#running ??= await runRegistry(this.ctx, this.env);
    return this.#running;
  }

  readonly #report = (error: unknown): void => {
    const read = readWorkerSettings(this.env);
    consoleLog(read.ok ? read.settings.logLevel : 'info').error(error, 'the registry cannot be used');
  };
}

function notOpen(): Response {
  const problem = { type: 'about:blank', title: 'Service unavailable', status: 503, reason: 'StorageUnavailable' };
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '5' };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}
