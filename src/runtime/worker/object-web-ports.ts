import type { DurableObjectStorage } from '@cloudflare/workers-types';
import type { Everywhere } from '../../app/ports/everywhere.ts';
import type { Home } from '../../app/ports/home.ts';
import { viewerFromHome } from '../../app/registries/viewer-from-home.ts';
import { createDigitalId } from '../../effects/digital-id/digital-id.ts';
import { createInspectUpload } from '../../effects/uploads/inspect-upload.ts';
import type { WebPorts } from '../../web/web-ports.ts';
import type { Meters } from '../server/meters.ts';
import { readinessOf } from '../server/readiness.ts';
import type { Log } from './console-log.ts';
import type { ObjectEffects } from './object-effects.ts';
import type { OpenedObject } from './open-registry-object.ts';
import { visitorAddress } from './visitor-address.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** A Durable Object holds 10 GB; operators should have opened another registry long before. */
const MOST_DATABASE_BYTES = 9.5e9;

/** What an object is composed of. */
export interface ObjectParts {
  readonly opened: OpenedObject;
  readonly means: ObjectEffects;
  readonly meters: Meters;
  readonly log: Log;
  /** Of a registry that is not home. */
  readonly home: Home | undefined;
  readonly everywhere: Everywhere;
}

/** What the app needs of one object. */
export function objectWebPorts(
  storage: Pick<DurableObjectStorage, 'sql'>,
  { opened: { ports, copy, theme, hasCalendars }, means, meters, log, home, everywhere }: ObjectParts,
  { mode, digitalId }: WorkerSettings,
): WebPorts {
  const { tribunal, registry, wallClock } = ports;
  const hasRoom = async () => {
    if (storage.sql.databaseSize > MOST_DATABASE_BYTES) throw new Error('the object is nearly full');
  };
  return {
    ...ports,
    settings: { mode, origin: tribunal.origin, ...(theme ? { theme } : {}) },
    log(line) {
      meters.answered(line);
      log.info(line, 'answered');
    },
    logError(error, route) {
      meters.errored('request');
      log.error(error, 'a request failed', { route });
    },
    metrics: () => meters.scrape(),
    readiness: readinessOf(registry, wallClock, hasRoom, undefined, () => hasCalendars),
    inspectUpload: createInspectUpload(),
    renderDocument: means.effects.renderDocument,
    canText: mode === 'demo',
    addressOf: visitorAddress,
    everywhere,
    ...(digitalId ? { digitalId: createDigitalId(digitalId, tribunal.origin) } : {}),
    ...(home && copy
      ? { holderOf: (token: string) => viewerFromHome({ registry, wallClock, home, copy }, token) }
      : {}),
  };
}
