/** Thrown where charts keep each other, or themselves, moving; `decide` turns it into the refusal EngineLimit. */
export class NeverAtRest extends Error {}
