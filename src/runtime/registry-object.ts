import './ensure-temporal.ts';
import { DurableObject } from 'cloudflare:workers';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { createR2BlobStore } from '../effects/blobs/r2-blob-store.ts';
import { consoleLog } from './worker/console-log.ts';
import { objectName } from './worker/object-name.ts';
import { objectState } from './worker/object-state.ts';
import { operatorApp } from './worker/operator-app.ts';
import { problemResponse } from './worker/problem-response.ts';
import { answerCall } from './worker/registry-calls.ts';
import type { CallAnswer, RegistryStub } from './worker/registry-stub.ts';
import { type RunningRegistry, runRegistry } from './worker/run-registry.ts';
import type { WorkerEnvironment } from './worker/worker-environment.ts';
import { readWorkerSettings } from './worker/worker-settings.ts';

/** How long an object that cannot be opened waits before it is tried again. */
const TRY_AGAIN_MS = 60_000;
/** For the answer to leave before the object ends. */
const ANSWERED_WITHIN_MS = 100;

/** One registry: its database, the program over it, and the alarm that wakes it when something is due. */
export class RegistryObject extends DurableObject<WorkerEnvironment> implements RegistryStub {
  #running: Promise<RunningRegistry> | undefined;

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
      return problemResponse(503, 'Service unavailable', 'StorageUnavailable', { 'retry-after': '5' });
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

  async lookAround(): Promise<void> {
    await (await this.#open()).lookAround();
  }

  async advanceTo(instant: string): Promise<number> {
    return (await this.#open()).advanceTo(instant);
  }

  async askHome(question: string, given: readonly unknown[]): Promise<CallAnswer> {
    return answerCall((await this.#open()).home, question, given);
  }

  async askDesk(question: string, given: readonly unknown[]): Promise<CallAnswer> {
    return answerCall((await this.#open()).desk, question, given);
  }

  async operate(request: Request): Promise<Response> {
    const { storage } = this.ctx;
    const [tribunal, registry] = objectName(this.ctx);
    const app = operatorApp({
      storage,
      registry,
      files: createR2BlobStore(this.env.FILES, tribunal),
      running: () => this.#open(),
      reopen: () => {
        this.#running = undefined;
      },
      restart: () => void setTimeout(() => this.ctx.abort('the registry is rewound'), ANSWERED_WITHIN_MS),
    });
    return app.fetch(request);
  }

  /** One that failed is tried again by the next who asks. */
  #open(): Promise<RunningRegistry> {
    if (objectState(this.ctx.storage).kind === 'importing')
      return Promise.reject(new Error('the registry is being imported; finish that with `parley remote`'));
    if (this.#running) return this.#running;
    const opening = runRegistry(this.ctx, this.env);
    this.#running = opening;
    opening.catch(() => {
      if (this.#running === opening) this.#running = undefined;
    });
    return opening;
  }

  readonly #report = (error: unknown): void => {
    const read = readWorkerSettings(this.env);
    consoleLog(read.ok ? read.settings.logLevel : 'info').error(error, 'the registry cannot be used');
  };
}
