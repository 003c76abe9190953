import type { JSONWebKeySet } from 'jose';
import type { AuthPorts } from '../../app/auth/auth-ports.ts';
import { entriesOf } from '../../app/heads/entries-of.ts';
import { headWalk } from '../../app/heads/head-walk.ts';
import type { Ports } from '../../app/ports/ports.ts';
import type { TickerJob } from '../server/ticker.ts';
import { headKeys } from './head-keys.ts';
import { appendLines, type HeadsFile, readHeadsFile } from './heads-file.ts';
import { signHead } from './signed-head.ts';

/** A file in which heads are kept while the server runs. */
export interface HeadsBook extends HeadsFile {
  readonly file: string;
  readonly keys: JSONWebKeySet;
}

/**
 * Opens a book; what its lines say is known from then on.
 *
 * @throws when the file cannot be read or written, or its keys cannot be used
 */
export async function openBook(file: string, keysFile: string): Promise<HeadsBook> {
  const keys = await headKeys(keysFile);
  appendLines(file, []);
  return { file, keys, ...(await readHeadsFile(file, keys)) };
}

const HOUR_MS = 60 * 60_000;

/**
 * Signs the head of one registry every hour in which something was written, and appends it to the book. On the way there,
 * at each start, it compares all entries with the heads that the book has, and reports the first that does not hold.
 */
export function headKeeper(
  ports: Pick<Ports, 'registry' | 'ids'> & Pick<AuthPorts, 'wallClock'>,
  book: HeadsBook,
  report: (error: unknown) => void,
): TickerJob {
  const { registry, ids, wallClock } = ports;
  const walk = headWalk(entriesOf(registry), ids.hash, book.kept);
  let keptUpTo = book.kept
    .filter((one) => one.registry === registry.id)
    .reduce((most, { row }) => Math.max(most, row), 0);
  let hasTold = false;
  let quietUntil = 0;
  return {
    async work() {
      // Every commit wakes the tickers.
      if (performance.now() < quietUntil) return 0;
      if (await walk.step()) return 1;
      if (walk.broken && !hasTold) {
        hasTold = true;
        report(new Error(`${walk.broken}; run verify with ${book.file}`));
      }
      if (walk.head.row > keptUpTo) {
        const { row, hash } = walk.head;
        appendLines(book.file, [await signHead(book.keys, { registry: registry.id, row, hash, at: wallClock.now() })]);
        keptUpTo = row;
      }
      quietUntil = performance.now() + HOUR_MS;
      return 0;
    },
    nextAt: () => undefined,
    now: () => wallClock.now(),
    report,
  };
}
