import type { DurableObjectStub } from '@cloudflare/workers-types';
import type { RegistryObject } from '../registry-object.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import type { ServedTribunal } from './worker-settings.ts';

/** What a registry's object can be asked from outside. */
export type RegistryStub = Pick<
  RegistryObject,
  'fetch' | 'lookAround' | 'operate' | 'askHome' | 'askDesk' | 'advanceTo'
>;

/** The object of a registry. Whoever asks it anything makes it, where there was none: ask only for registries that exist. */
export function registryStub(
  { REGISTRIES }: Pick<WorkerEnvironment, 'REGISTRIES'>,
  { id, jurisdiction }: ServedTribunal,
  registry: string,
): RegistryStub {
  const objects = jurisdiction === undefined ? REGISTRIES : REGISTRIES.jurisdiction(jurisdiction as 'eu');
  const stub: DurableObjectStub = objects.get(objects.idFromName(`${id}/${registry}`));
  return stub as unknown as RegistryStub;
}
