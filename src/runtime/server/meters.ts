import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry as MeterRegistry } from 'prom-client';
import type { RegistryReads } from '../../app/ports/registry.ts';
import type { RequestLine } from '../../web/web-ports.ts';
import type { CommitListener } from '../registries/observed-registry.ts';

/** What is counted of a running server, for Prometheus. No label ever names a person or a case. */
export interface Meters extends CommitListener {
  answered(line: RequestLine): void;
  /** Counts the commits of one more registry: its transactions are its own. */
  ofAnotherRegistry(): CommitListener;
  /** Gauges ask these reads whenever they are scraped; of several registries they show the sum. */
  watch(read: <T>(work: (reads: RegistryReads) => T) => T, now: () => string): void;
  /** Something failed that nobody foresaw. */
  errored(where: 'request' | 'deadlines' | 'outbox' | 'expiry' | 'heads'): void;
  scrape(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const COMMIT_SECONDS = [0.0002, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2];
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** @param ofProcess also of the process's own memory and time: a Worker has none that it could measure */
export function createMeters({ ofProcess = true } = {}): Meters {
  const register = new MeterRegistry();
  if (ofProcess) collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const commits = new Histogram({
    name: 'parley_commit_seconds',
    help: 'Time from asking for a commit until it is on disk',
    buckets: COMMIT_SECONDS,
    registers,
  });
  const failures = new Counter({ name: 'parley_commit_failures_total', help: 'Commits that were undone', registers });
  const batches = new Histogram({
    name: 'parley_commit_batch_size',
    help: 'Commits that shared one transaction',
    buckets: BATCH_SIZES,
    registers,
  });
  const errors = new Counter({
    name: 'parley_errors_total',
    help: 'Failures that nobody foresaw',
    labelNames: ['where'],
    registers,
  });
  const watched: Watched[] = [];
  const commitsOfOne = (): CommitListener => {
    const countBatch = batchCounter((size) => batches.observe(size));
    return {
      committed(ms) {
        commits.observe(ms / 1000);
        countBatch();
      },
      failed: () => failures.inc(),
    };
  };

  return {
    answered: ({ method, route, status, ms }) => requests.observe({ method, route, status: String(status) }, ms / 1000),
    ...commitsOfOne(),
    ofAnotherRegistry: commitsOfOne,
    errored: (where) => errors.inc({ where }),
    watch(read, now) {
      watched.push({ read, now });
      if (watched.length === 1) addGauges(registers, watched);
    },
    scrape: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}

/** Commits of one batch are answered in one turn of the event loop. */
function batchCounter(observe: (size: number) => void): () => void {
  let size = 0;
  return () => {
    size += 1;
    if (size > 1) return;
    setImmediate(() => {
      observe(size);
      size = 0;
    });
  };
}

/** Seconds. */
function lagOf({ read, now }: Watched): number {
  const next = read((reads) => reads.nextDueAt());
  return next === undefined ? 0 : (Date.parse(now()) - Date.parse(next)) / 1000;
}

const COUNTS = {
  cases: ['parley_cases', 'Cases in the registry'],
  openCases: ['parley_open_cases', 'Cases that are open'],
  pendingDeadlines: ['parley_pending_deadlines', 'Deadlines that are open'],
  outbox: ['parley_outbox_depth', 'Effects that wait or are under way'],
  deadLetters: ['parley_dead_letters', 'Effects that failed for good'],
} as const;

interface Watched {
  readonly read: Parameters<Meters['watch']>[0];
  readonly now: () => string;
}

function addGauges(registers: MeterRegistry[], watched: readonly Watched[]): void {
  for (const [count, [name, help]] of Object.entries(COUNTS)) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const counted = watched.map(({ read }) => read((reads) => reads.counts())[count as keyof typeof COUNTS]);
        this.set(counted.reduce((sum, one) => sum + one, 0));
      },
    });
  }
  new Gauge({
    name: 'parley_due_lag_seconds',
    help: 'For how long the earliest due thing has been due; 0 when nothing is',
    registers,
    collect() {
      this.set(Math.max(0, ...watched.map(lagOf)));
    },
  });
}
