interface Workflow {
  readonly id: string;
  readonly version: number;
}

/** A calendar that the tribunal does not have: nothing can be decided by its dates until it is restored. */
export class CalendarMissing extends Error {
  override name = 'CalendarMissing';
  readonly calendar: string;

  /** @param workflow what counts by it, where that is known */
  constructor(calendar: string, workflow?: Workflow) {
    super(sentence(calendar, workflow));
    this.calendar = calendar;
  }
}

function sentence(calendar: string, workflow: Workflow | undefined): string {
  const remedy = `put calendars/${calendar}.json back and start again`;
  return workflow
    ? `workflow ${workflow.id} v${workflow.version} counts by the calendar ${calendar}, which is missing; ${remedy}`
    : `the calendar ${calendar} is missing; ${remedy}`;
}
