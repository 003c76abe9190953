/**
 * The revision of the engine's own rules: whatever `decide` makes of a command that no definition, calendar or tribunal
 * says. Each journal entry keeps the one under which it was decided, and is decided again under that one for ever.
 *
 * Code that decides an old command differently raises this number and branches on `turn.engine`; the golden journals
 * (`test/golden`) tell when that is so. CONTRIBUTING.md says how.
 */
export const ENGINE_REVISION = 3;
