import { type KeptMail, readKeptMail } from '../../app/outbox/kept-mail.ts';
import type { RegistryReads } from '../../app/ports/registry.ts';
import type { DemoMail, DemoPorts } from '../../web/demo-ports.ts';
import type { Ticker } from '../server/ticker.ts';
import type { TurnedClock } from '../turned-clock.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { turnKeptClock } from './kept-clock.ts';
import { type PassingTime, passTime } from './pass-time.ts';

export interface DemoMeans extends Omit<PassingTime, 'turnTo'> {
  readonly clock: TurnedClock;
  /** They stand still while time passes in one go. */
  readonly tickers: readonly Ticker[];
}

/** Nobody turns a clock back, or by more than cases take. */
const MOST_TURNED_DAYS = 3_660;
const NEWEST_MAILS = 100;

/** What visitors of a demonstration can do beside using it. */
export function demoPorts(means: DemoMeans): DemoPorts {
  const registries = () => [means.ports, ...(means.others?.() ?? [])].map(({ registry }) => registry);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    people: DEMO_PEOPLE.map(({ email, name, part }) => ({ email, name, part })),
    advanceClock(duration) {
      const turned = turn.then(() => advance(means, duration));
      turn = turned.catch(() => {});
      return turned;
    },
    async listMail(limit) {
      const lists = registries().map((registry) => registry.read((reads) => reads.outboxMail(limit).flatMap(mailOf)));
      const [only = [], ...more] = lists;
      if (more.length === 0) return only;
      return lists
        .flat()
        .toSorted((one, other) => other.at.localeCompare(one.at))
        .slice(0, limit);
    },
    async readMail(key) {
      const found = registries().map((registry) => registry.read((reads) => messageOf(reads, key)));
      return found.find((message) => message !== undefined);
    },
  };
}

async function advance({ clock, tickers, ...time }: DemoMeans, duration: string) {
  await Promise.all(tickers.map((ticker) => ticker.stop()));
  try {
    const turnTo = (instant: string) => turnKeptClock(time.ports.registry, clock, instant);
    const ran = await passTime({ ...time, turnTo }, instantAfter(clock.now(), duration));
    return { now: clock.now(), ran };
  } finally {
    for (const ticker of tickers) ticker.start();
  }
}

/**
 * Days are of 24 hours here: what matters is how many deadlines lie in between.
 *
 * @throws RangeError for what is no ISO 8601 duration forward, or one of more than ten years
 */
function instantAfter(now: string, duration: string): string {
  const start = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
  const end = start.add(Temporal.Duration.from(duration));
  const days = end.since(start).total({ unit: 'days', relativeTo: start });
  if (days < 0 || days > MOST_TURNED_DAYS)
    throw new RangeError(`the clock turns forward by up to ${MOST_TURNED_DAYS} days, not by ${duration}`);
  return new Date(end.epochMilliseconds).toISOString();
}

type Stored = ReturnType<RegistryReads['outboxMail']>[number];

/** What is not laid out yet has no words to show. */
function mailOf(stored: Stored): DemoMail[] {
  const { key, status, rendered } = stored;
  if (rendered === null) return [];
  const kept = readKeptMail(rendered);
  const { to, subject } = kept;
  return [{ key, to: to.address, subject, status, at: madeAt(kept, stored) }];
}

function messageOf(reads: RegistryReads, key: string) {
  const kept = reads.rendered(key);
  if (!kept) return undefined;
  const mail = readKeptMail(kept.rendered);
  const { to, subject, text, html } = mail;
  const listed = reads.outboxMail(NEWEST_MAILS).find((mail) => mail.key === key);
  return { key, to: to.address, subject, status: listed?.status ?? 'sent', at: madeAt(mail, listed), text, html };
}

/** What waits is tried again and again: `notBefore` says when it was made only where no try was put off. */
function madeAt({ madeAt }: KeptMail, stored: Stored | undefined): string {
  return stored?.sentAt ?? madeAt ?? stored?.notBefore ?? '';
}
