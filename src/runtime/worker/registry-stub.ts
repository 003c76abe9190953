import type { DurableObjectStub } from '@cloudflare/workers-types';
import type { Desk } from '../../app/ports/everywhere.ts';
import type { Home } from '../../app/ports/home.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import type { ServedTribunal } from './worker-settings.ts';

/** What came of a question to another object: an error's class does not survive the way. */
export type CallAnswer = { readonly value: unknown } | { readonly unavailable: string };

export type Questions<T> = Exclude<keyof T, 'id'> & string;

/** What a registry's object can be asked from outside. */
export interface RegistryStub {
  fetch(request: Request): Promise<Response>;
  /** Sets the alarm again where it was lost. */
  lookAround(): Promise<void>;
  /** What `parley remote` asks; the Worker in front has seen the operator's secret. */
  operate(request: Request): Promise<Response>;
  /** What other registries ask the home registry. */
  askHome(question: Questions<Home>, given: readonly unknown[]): Promise<CallAnswer>;
  /** What other registries ask this one. */
  askDesk(question: Questions<Desk>, given: readonly unknown[]): Promise<CallAnswer>;
  /** In a demonstration: lets time pass until an instant; answers how much happened. */
  advanceTo(instant: string): Promise<number>;
}

/** The object of a registry. Whoever asks it anything makes it, where there was none: ask only for registries that exist. */
export function registryStub(
  { REGISTRIES }: Pick<WorkerEnvironment, 'REGISTRIES'>,
  { id, jurisdiction, location }: ServedTribunal,
  registry: string,
): RegistryStub {
  const objects = jurisdiction === undefined ? REGISTRIES : REGISTRIES.jurisdiction(jurisdiction);
  const stub: DurableObjectStub = objects.get(
    objects.idFromName(`${id}/${registry}`),
    location === undefined ? {} : { locationHint: location },
  );
  return stub as unknown as RegistryStub;
}
