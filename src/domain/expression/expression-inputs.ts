/** Form → field → value, as kept in a case file. Absent and null both mean: not answered. */
export type AnswersInput = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

/** A party as expressions see it; `data` holds the answers of its own forms. */
export interface PartyInput {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly side: string;
  readonly state?: string | undefined;
  readonly served: boolean;
  /** Local date of service, `YYYY-MM-DD`; present when `served`. */
  readonly servedOn?: string | undefined;
  readonly responded: boolean;
  /** Whether a user is bound to the party. */
  readonly joined?: boolean | undefined;
  readonly outsideProvince: boolean;
  /** What it has in evidence. */
  readonly exhibitCount?: number | undefined;
  readonly data?: AnswersInput | undefined;
}

/** Cents. */
export interface FeeInput {
  readonly charged: number;
  readonly paid: number;
  readonly waived: number;
  readonly outstanding: number;
}

/** A local date `YYYY-MM-DD`, or `now` just as it was handed in. */
export type DayInput = string | Temporal.Instant;

/** What needs a calendar, a zone or a chart: handed in, for the domain has no clock. Both counts are whole numbers. */
export interface ExpressionFunctions {
  /** Whole local days from `a` to `b`; negative when `b` is earlier. */
  readonly days: (a: DayInput, b: DayInput) => number;
  readonly workingDays: (a: DayInput, b: DayInput) => number;
  /** `YYYY-MM-DD`; throws for a date outside 1900–2200, which is then an error of the expression. */
  readonly addDays: (date: string, days: number) => string;
  readonly inState: (party: PartyInput, state: string) => boolean;
}

/** What one evaluation reads; give every variable that the expression's scope declares. */
export interface ExpressionInputs {
  readonly data?: AnswersInput;
  readonly party?: PartyInput | undefined;
  readonly parties?: readonly PartyInput[];
  readonly actor?: { readonly id: string; readonly role: string; readonly party?: string | undefined };
  readonly event?: { readonly type: string; readonly [field: string]: unknown };
  readonly fees?: Readonly<Record<string, FeeInput | undefined>>;
  /** The offer on the table, or the last one. */
  readonly offer?: {
    readonly open: boolean;
    readonly accepted: boolean;
    readonly expired: boolean;
    readonly amount: number;
    readonly terms: string;
  };
  readonly bidding?: {
    readonly proposed: boolean;
    readonly open: boolean;
    readonly round: number;
    readonly bids: number;
  };
  /** The id of the stage in which the case stands. */
  readonly stage?: string;
  /** Name → the local date of its last day, `YYYY-MM-DD`: those that run now, in the party's chart or the case's. */
  readonly deadlines?: Readonly<Record<string, string>> | undefined;
  readonly now?: Temporal.Instant | undefined;
  /** The local date of `now`, `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  readonly form?: Readonly<Record<string, unknown>> | undefined;
  readonly functions: ExpressionFunctions;
}
