import type { AuthPorts } from '../app/auth/auth-ports.ts';
import type { DigitalId } from '../app/ports/digital-id.ts';
import type { Effects } from '../app/ports/effects.ts';
import type { Wide } from '../app/ports/everywhere.ts';
import type { InspectUpload } from '../app/ports/inspect-upload.ts';
import type { Ports } from '../app/ports/ports.ts';
import type { WorkflowPorts } from '../app/workflows/workflow-ports.ts';
import type { ProcessSurroundings } from '../domain/process/process.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { OwnTheme } from './assets/theme.ts';
import type { DemoPorts } from './demo-ports.ts';
import type { InCommon } from './in-common.ts';
import type { RateLimits } from './limits/rate-limits.ts';

/** Everything that the web layer needs, handed in by the runtime. */
export interface WebPorts
  extends Ports,
    AuthPorts,
    ProcessSurroundings,
    Pick<WorkflowPorts, 'check' | 'runScenarios'>,
    Wide {
  readonly settings: WebSettings;
  /** Who holds a token, for a registry that is not home: `viewerFromHome`. Absent: this one is home, and knows. */
  readonly holderOf?: (token: string) => Promise<Extract<Viewer, { kind: 'user' }> | undefined>;
  /** One line for each answered request. It holds nothing of anybody: the pattern of the route, never the path. */
  readonly log: (line: RequestLine) => void;
  /** What nobody foresaw. The caller is told nothing of it but that it happened. */
  readonly logError: (error: unknown, route: string) => void;
  /** Whether a request may read the metrics, by its headers. Absent: anyone may. */
  readonly mayReadMetrics?: (headers: Headers) => boolean;
  /** Prometheus text. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** Each thing that must hold before requests are welcome: the database takes writes, the clock is sane. */
  readonly readiness: () => Promise<readonly ReadinessCheck[]>;
  readonly inspectUpload: InspectUpload;
  /** Sets a document as a PDF at once, for who waits for it. */
  readonly renderDocument: Effects['renderDocument'];
  /** Counts that the registries of one program share. Absent: this one is served alone. */
  readonly inCommon?: InCommon;
  /** The network address a request came from, as far as the runtime trusts it: a key for rate limits. */
  readonly addressOf: (environment: unknown, headers: Headers) => string;
  /** A provider of Digital IDs. Absent: people sign in by mail alone. */
  readonly digitalId?: DigitalId;
  /** Whether a request bears the token of the provider of text messages. Absent: there is none, and no receipts come. */
  readonly mayReportTexts?: (headers: Headers) => boolean;
  /** Only in demo mode. Without it, nothing under `/dev` exists. */
  readonly demo?: DemoPorts;
}

export interface WebSettings {
  readonly mode: 'demo' | 'production';
  /** `https://…`, without a slash at the end: what links, cookies and the check of cross-site requests go by. */
  readonly origin: string;
  /** What the tribunal's look has of its own; the rest is `DEFAULT_THEME`. */
  readonly theme?: OwnTheme;
  /** Default: `DEFAULT_RATE_LIMITS`. */
  readonly rateLimits?: RateLimits;
}

export interface RequestLine {
  readonly method: string;
  /** `/api/v1/cases/:id`, or `unmatched`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface ReadinessCheck {
  readonly name: string;
  readonly ok: boolean;
}
