import type { WebPorts } from '../web-ports.ts';

/** The time zone in which the tribunal of a process counts its days. */
export function zoneOf(
  { calendarAt, clock, definitionOf }: Pick<WebPorts, 'calendarAt' | 'clock' | 'definitionOf'>,
  workflow: { readonly id: string; readonly version: number },
): string {
  return calendarAt(definitionOf(workflow).calendar, clock.now()).zone;
}
