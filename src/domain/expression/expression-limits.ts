/** What keeps an expression small to read and its evaluation short, whoever wrote it and whatever the case holds. */
export const EXPRESSION_LIMITS = {
  /** Characters of the source. */
  sourceLength: 1_000,
  /** Operators, names, constants and calls together. */
  nodes: 200,
  /** Levels of nesting; a chain of the same operator (`a && b && c`) is one level. */
  depth: 20,
  /** Items written out in a list. */
  listLiteral: 50,
  /** Characters of the text that `contains`, `startsWith` and `endsWith` look for. */
  searchedText: 100,
  /** Parties of a case that `parties` may hold. */
  parties: 50,
  /** Items of one answer: choices ticked, files attached, lines of an address. */
  answerItems: 100,
  /** Characters of one answer, and of a text that an expression gives. */
  textLength: 100_000,
  /** Items of a list that an expression gives. */
  resultItems: 1_000,
  /** Characters read and compared in one evaluation; about 1 ns each. */
  work: 10_000_000,
} as const;
