/** What demo mode adds: people to be, mail to read, and a clock to turn. */
export interface DemoPorts {
  /** The people of the demonstration, in the order in which they are shown. */
  readonly people: readonly DemoPerson[];
  /** Moves the clock forward by an ISO 8601 duration and carries out everything that has fallen due. */
  advanceClock(duration: string): Promise<DemoClock>;
  /** The newest mails first: sent ones, and those that would be if there were a mail server. */
  listMail(limit: number): Promise<readonly DemoMail[]>;
  /** Undefined when there is no such mail. */
  readMail(key: string): Promise<DemoMessage | undefined>;
}

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  /** `applicant`, `respondent`, `registrar`, …: what the catalogues say they do. */
  readonly part: string;
}

export interface DemoClock {
  /** Instant (UTC) that it now shows. */
  readonly now: string;
  /** How many deadlines and reminders ran out on the way. */
  readonly ran: number;
}

export interface DemoMail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly status: string;
  readonly at: string;
}

export interface DemoMessage extends DemoMail {
  readonly text: string;
  readonly html: string;
}
