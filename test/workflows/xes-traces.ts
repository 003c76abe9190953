import { XMLParser } from 'fast-xml-parser';

/** One event of a trace in an XES log. */
export interface LogEvent {
  readonly name: string;
  /** With its offset, as logged. */
  readonly at: string;
  /** The wall clock's part of it, `2006-12-25T00:00`. */
  readonly local: string;
  /** An amount of euros, in cents. */
  cents(key: string): number;
  text(key: string): string;
}

export interface Trace {
  readonly id: string;
  readonly events: readonly LogEvent[];
}

interface Attribute {
  readonly key: string;
  readonly value: string;
}
type Attributes = Readonly<Record<string, Attribute | readonly Attribute[]>>;

/** Reads the traces of an event log in XES (IEEE 1849). */
export function readTraces(xes: string): Trace[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'event',
  });
  const { log } = parser.parse(xes) as { log: { trace: readonly (Attributes & { event: readonly Attributes[] })[] } };
  return log.trace.map(({ event, ...attributes }) => ({
    id: valuesOf(attributes as Attributes).get('concept:name') ?? '',
    events: event.map(eventOf),
  }));
}

function eventOf(attributes: Attributes): LogEvent {
  const values = valuesOf(attributes);
  const text = (key: string) => values.get(key) ?? '';
  return {
    name: text('concept:name'),
    at: text('time:timestamp'),
    local: text('time:timestamp').slice(0, 16),
    cents: (key) => Math.round(Number(text(key)) * 100),
    text,
  };
}

function valuesOf(attributes: Attributes): Map<string, string> {
  return new Map(
    Object.values(attributes)
      .flatMap((one) => [one].flat() as Attribute[])
      .map(({ key, value }) => [key, value]),
  );
}
