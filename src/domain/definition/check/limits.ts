/** What keeps a definition small enough to check within a second and to read in an afternoon, whoever wrote it. */
export const DEFINITION_LIMITS = {
  /**
   * Bytes of what the definition says in its first language, again of its texts in all others, and again of its scenarios:
   * white space and the way letters are escaped do not count.
   */
  bytes: 256 * 1024,
  languages: 20,
  /** Bytes of the text it comes in, refused before it is parsed. */
  textBytes: 1024 * 1024,
  /** Levels of `{` and `[` in the JSON. */
  nesting: 32,
  /** States of all charts together. */
  states: 500,
  /** Transitions of all charts together. */
  transitions: 5_000,
  /** States inside states. */
  stateDepth: 8,
  /** Names that one transition's guard combines. */
  guardNames: 50,
  /** Expressions in all; one that reads the event counts for each event in whose step it runs. */
  expressions: 1_500,
  /** Entries of these parts. */
  parts: { roles: 100, forms: 300, events: 1_000, deadlines: 500, notices: 500, documents: 500, fees: 100 },
  /** Actions done and deadlines started, counted for each event that brings them. */
  consequences: 20_000,
  /** Problems reported at once. */
  problems: 500,
} as const;
