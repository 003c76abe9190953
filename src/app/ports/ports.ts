import type { Process } from '../../domain/process/process.ts';
import type { BlobStore } from './blobs.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Registry } from './registry.ts';
import type { DefinitionOf } from './workflows.ts';

/** A published workflow version, compiled once and kept. Throws when it is missing: restore it before going on. */
export type ProcessOf = (workflow: { readonly id: string; readonly version: number }) => Process;

/** Everything that use cases need from outside, handed in by the runtime. */
export interface Ports {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly processOf: ProcessOf;
  readonly definitionOf: DefinitionOf;
  readonly blobs: BlobStore;
  /** Text messages can be sent, or are shown in a demonstration. Absent: nobody is offered any. */
  readonly canText?: boolean;
}
