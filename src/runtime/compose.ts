import { setTimeout as pause } from 'node:timers/promises';
import type { Effects } from '../app/ports/effects.ts';
import { createEffects } from '../effects/create-effects.ts';
import type { NotifySettings } from '../effects/notify-texts.ts';
import { type ClamdOptions, createClamdScanner } from '../effects/uploads/clamd.ts';
import { type Engine, type EngineSettings, openEngine } from './open-engine.ts';
import { wallClock } from './wall-clock.ts';

/** For mail under way when the program ends; what is cut off is sent again under the same Message-ID. */
const MAIL_GRACE_MS = 2_000;

export interface Composition extends EngineSettings {
  readonly mode: 'demo' | 'production';
  readonly smtpUrl?: string | undefined;
  /** A virus scanner: what was taken while it was away is looked into when it is back. */
  readonly scanner?: ClamdOptions | undefined;
  readonly texts?: NotifySettings | undefined;
  readonly report?: Effects['report'];
  readonly retry?: Parameters<typeof createEffects>[0]['retry'];
}

/** Everything there is, over one data folder: what the server and the tests run on. */
export interface Parley extends Engine {
  readonly effects: Effects;
  /** Lets the mail server go, then writes what waits and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens a data folder, with the means to make documents and send mail. Neither listens nor ticks.
 *
 * @throws with what to set or mend when something in the folder or the settings cannot be used.
 */
export async function compose(composition: Composition): Promise<Parley> {
  const engine = await openEngine(composition);
  try {
    const { effects, close } = openEffects(composition, engine);
    return {
      ...engine,
      effects: { ...effects, scan: composition.scanner && createClamdScanner(composition.scanner) },
      async close() {
        await Promise.race([close(), pause(MAIL_GRACE_MS, undefined, { ref: false })]);
        await engine.database.close();
      },
    };
  } catch (error) {
    await engine.database.close();
    throw error;
  }
}

function openEffects({ mode, smtpUrl, texts, report, retry }: Composition, { ports: { tribunal } }: Engine) {
  return createEffects({
    tribunal,
    mailFrom: tribunal.contact,
    smtpUrl,
    texts,
    isDemo: mode === 'demo',
    wallClock,
    random: Math.random,
    report: report ?? (() => {}),
    ...(retry ? { retry } : {}),
  });
}
