import type { FieldType } from './form-schema.ts';

/** What the engine itself tells a chart, and which chart: it comes from outside never, and needs no entry in `events`. */
export const CHART_SIGNALS = {
  /** A party's chart moved; the event's `party` is that party. */
  PARTY_CHANGED: 'case',
  /** A channel confirmed delivery of a notice with a service rule: `on`, `by`, `notice`. */
  SERVED: 'party',
  /** The party has shown who they are and can act online. */
  JOINED: 'party',
} as const;

/** What those signals bring that bring something: field → type. */
export const SIGNAL_FIELDS: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  SERVED: { on: 'date', by: 'text', notice: 'text' },
};

/** What those entitled can always do, whatever the definition says. */
export const ENGINE_COMMANDS = [
  'EXTEND_DEADLINE',
  'ASSIGN',
  'COMPLETE_TASK',
  'DECLARE_CONFLICT',
  'INVITE',
  'CHANGE_HELP',
  'REVOKE',
  'CHANGE_CONTACT',
  'CONFIRM_EMAIL',
  'STEP_BACK',
  'TELL_NEED',
  'WITHDRAW_NEED',
  'ANSWER_NEED',
] as const;
export type EngineCommand = (typeof ENGINE_COMMANDS)[number];

/** Names that a definition may neither declare as events nor tell. */
export const RESERVED_EVENTS: ReadonlySet<string> = new Set([...Object.keys(CHART_SIGNALS), ...ENGINE_COMMANDS]);
